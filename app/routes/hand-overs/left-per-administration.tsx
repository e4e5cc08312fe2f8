import { Card } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { handOver as area } from "#app/i18n/hand-over.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { GatheringLine } from "#db/queries/hand-over/summarise-gathering.ts";

/** The counter of each administration on its way to zero. */
export function LeftPerAdministration({ lines }: { lines: readonly GatheringLine[] }) {
  const words = useWords(area).counts;
  const format = useFormats();
  return (
    <Card title={words.title}>
      <p className="-mt-2 mb-3 text-sm text-ink-soft">{words.note}</p>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-7">
        {lines.map(({ administrationId, code, name, left, handedOver, checking, askedBack }) => (
          <div key={administrationId} className="figures rounded-base border border-line px-3 py-2">
            <dt className="text-sm text-ink-soft">
              <Link
                to={`/hand-over?administration=${administrationId}`}
                title={name}
                className="text-link inline-block min-h-6"
              >
                {code}
              </Link>
            </dt>
            <dd className={`text-xl font-semibold ${left === 0 ? "text-good" : ""}`}>
              {format.number(left)}
            </dd>
            <dd className="text-sm text-ink-soft">
              {left === 0 ? words.none : `${words.open}: ${format.number(handedOver + checking + askedBack)}`}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
