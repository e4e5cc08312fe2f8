import { Card } from "#app/components/card.tsx";
import { council as area } from "#app/i18n/council.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CouncilCase } from "#db/queries/council/get-council-case.ts";

/** All that was said and decided of a case, the newest first. */
export function CouncilTimeLine({ events }: { events: CouncilCase["events"] }) {
  const words = useWords(area);
  const format = useFormats();
  return (
    <Card title={words.page.timeLine}>
      <ol className="flex flex-col">
        {[...events].reverse().map((event, index) => (
          <li
            key={event.id}
            className="relative border-l-2 border-line pb-4 pl-5 last:border-transparent last:pb-0"
          >
            <span
              aria-hidden="true"
              className={`absolute top-1 -left-[7px] size-3 rounded-full border-2 border-surface ${index === 0 ? "bg-blue" : "bg-line-strong"}`}
            />
            <p className="font-medium">{words.events[event.event]}</p>
            {event.words && <p className="break-words whitespace-pre-wrap">{event.words}</p>}
            <p className="text-sm text-ink-soft">
              {event.actorName}, {format.dateTime(event.at)}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
