import { useState } from "react";
import { Badge } from "#app/components/badge.tsx";
import { OrderClockBadge, OrderStateBadge } from "#app/components/order-clock.tsx";
import { orders } from "#app/i18n/orders.ts";
import { work } from "#app/i18n/work.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { ExpectedOrder } from "#domain/work/queued-command.ts";
import { SheetActions } from "./sheet-actions.tsx";
import { StuckNotice } from "./stuck-notice.tsx";
import type { useWork } from "./use-work.ts";

type SheetProps = { order: ExpectedOrder; now: string; app: ReturnType<typeof useWork> };

/** One order: folded a card, open all that is needed on the spot. */
export function OrderSheet({ order, now, app }: SheetProps) {
  const words = useWords(work);
  const { priorities } = useWords(orders);
  const [isOpen, setOpen] = useState(false);
  const item = useLocale() === "da" ? order.itemDa : order.itemEn;
  return (
    <li className="rounded-base border border-line bg-surface">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="flex flex-col gap-1.5 p-3">
          <span className="flex items-baseline justify-between gap-3">
            <span className="font-semibold">{item || order.text.slice(0, 60)}</span>
            <span className="figures shrink-0 text-sm text-ink-soft">{order.number}</span>
          </span>
          <span className="text-ink-soft">
            {order.building}
            {order.space && `, ${words.room(order.space)}`}
          </span>
          <span className="flex flex-wrap items-center gap-2 text-sm">
            <OrderStateBadge state={order.state} />
            <OrderClockBadge order={order} now={now} />
            <span>{priorities[order.priority]}</span>
            {order.isMine && <Badge status="info">{words.mine}</Badge>}
            {!order.isMine && order.person && (
              <span className="text-ink-soft">{words.takenBy(order.person)}</span>
            )}
            {order.needsDecision && <Badge status="bad">{words.decide(1)}</Badge>}
            {!order.needsDecision && order.waiting.length > 0 && (
              <Badge status="attention">{words.waiting}</Badge>
            )}
          </span>
        </summary>
        <div className="flex flex-col gap-3 border-t border-line p-3">
          {order.needsDecision && (
            <StuckNotice order={order} onDecide={(choice) => app.decide(order, choice)} />
          )}
          <SheetFacts order={order} />
          {isOpen && <SheetActions order={order} app={app} />}
          <a href={`/orders/${order.id}`} className="text-link" aria-label={words.openOf(order.number)}>
            {words.open}
          </a>
        </div>
      </details>
    </li>
  );
}

function SheetFacts({ order }: { order: ExpectedOrder }) {
  const words = useWords(work);
  const format = useFormats();
  const hours = (minutes: number) => format.number(minutes / 60, 1);
  return (
    <>
      <p className="break-words whitespace-pre-line">{order.text}</p>
      <p className="text-sm text-ink-soft">
        {[order.address, order.unit, order.askerName && words.askedBy(order.askerName)]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p className="figures text-sm text-ink-soft">
        {words.norm(hours(order.minutes))} · {words.spent(hours(order.spentMinutes))}
        {order.plannedOn && ` · ${format.day(order.plannedOn)}`}
      </p>
      {order.materials.length > 0 && (
        <div className="text-sm">
          <h3>{words.materials}</h3>
          <ul className="figures">
            {order.materials.map(({ name, quantity, unit }, index) => (
              <li key={index}>
                {format.number(quantity)} {unit} {name}
              </li>
            ))}
          </ul>
        </div>
      )}
      {order.words.length > 0 && (
        <div className="text-sm">
          <h3>{words.said}</h3>
          <ul className="flex flex-col gap-1">
            {order.words.map(({ by, text, at }) => (
              <li key={at + by} className="break-words">
                <span className="text-ink-soft">
                  {by}, {format.dateTime(at)}:
                </span>{" "}
                {text}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
