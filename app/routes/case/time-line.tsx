import { Badge } from "#app/components/badge.tsx";
import { Card } from "#app/components/card.tsx";
import { cases as area } from "#app/i18n/cases.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { CaseFile } from "#db/queries/case/get-case.ts";

/** All that happened to all orders, the newest first. */
export function TimeLine({ file }: { file: CaseFile }) {
  const words = useWords(area).timeline;
  const format = useFormats();
  const isDanish = useLocale() === "da";
  const nameOf = (orderId: string | null) => {
    const order = file.orders.find(({ id }) => id === orderId);
    return order && file.orders.length > 1 ? words.of(isDanish ? order.nameDa : order.nameEn) : "";
  };
  return (
    <Card title={words.title}>
      <ol className="flex flex-col">
        {[...file.events].reverse().map((event, index) => (
          <li
            key={event.id}
            className="relative border-l-2 border-line pb-4 pl-5 last:border-transparent last:pb-0"
          >
            <span
              aria-hidden="true"
              className={`absolute top-1 -left-[7px] size-3 rounded-full border-2 border-surface ${index === 0 ? "bg-blue" : "bg-line-strong"}`}
            />
            <p className="font-medium">
              {words.events[event.event] ?? words.other} {nameOf(event.orderId)}
            </p>
            {event.reason && <p className="break-words whitespace-pre-wrap">{event.reason}</p>}
            <p className="text-sm text-ink-soft">
              {[event.actorName, format.dateTime(event.happenedAt)].filter(Boolean).join(", ")}{" "}
              {event.isInternal && <Badge>{words.internal}</Badge>}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
