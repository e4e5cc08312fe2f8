import { Card } from "#app/components/card.tsx";
import { Badge } from "#app/components/badge.tsx";
import { orderPage } from "#app/i18n/order-page.ts";
import { orders } from "#app/i18n/orders.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { OrderEventRow } from "#db/queries/case/list-order-events.ts";

/** What has happened to an order, the newest first. */
export function TimeLine({ events }: { events: readonly OrderEventRow[] }) {
  const words = useWords(orderPage);
  const { happened } = useWords(orders);
  const format = useFormats();
  return (
    <Card title={words.timeline}>
      <ol className="flex flex-col gap-3">
        {[...events].reverse().map((event) => (
          <li key={event.id} className="border-l-2 border-line pl-3">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-semibold">{happened[event.event] ?? event.event}</span>
              <span className="figures text-sm text-ink-soft">
                {[format.dateTime(event.happenedAt), event.actorName].filter(Boolean).join(" · ")}
              </span>
            </span>
            {event.reason && <p className="break-words whitespace-pre-line">{event.reason}</p>}
            <EventDetail payload={event.payload} />
            {event.isInternal && <Badge>{words.internal}</Badge>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** What an event carries besides its reason, as far as it can be said in a line. */
function EventDetail({ payload }: Pick<OrderEventRow, "payload">) {
  const format = useFormats();
  const { priorities } = useWords(orders);
  const words = useWords(orderPage);
  const {
    plannedOn,
    teamName,
    personName,
    nextOwner,
    duplicateOf,
    year,
    priority,
    minutes,
    name,
    quantity,
    unit,
  } = payload as Record<string, string | number | undefined>;
  const parts = [
    plannedOn && format.day(String(plannedOn)),
    teamName,
    personName,
    nextOwner,
    duplicateOf,
    year,
    priority && priorities[priority as 1 | 2 | 3 | 4],
    minutes && words.hours(format.number(Number(minutes) / 60, 2)),
    name && `${format.number(Number(quantity))} ${unit ?? ""} ${name}`,
  ].filter(Boolean);
  return parts.length > 0 ? <p className="text-sm text-ink-soft">{parts.join(" · ")}</p> : null;
}
