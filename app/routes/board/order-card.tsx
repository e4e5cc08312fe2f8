import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Link } from "#app/components/link.tsx";
import { OrderClockBadge } from "#app/components/order-clock.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { board } from "#app/i18n/board.ts";
import { orders } from "#app/i18n/orders.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { BoardRow } from "#db/queries/work/list-board.ts";

/** What a dragged card carries: the order and the version it was shown in. */
export const orderType = "application/x-order";

/** An order as a card that can be dragged to a day, or moved there by the form under it. */
export function OrderCard({ row, now }: { row: BoardRow; now: string }) {
  const words = useWords(board).days;
  const { priorities, span } = useWords(orders);
  const item = useLocale() === "da" ? row.itemDa : row.itemEn;
  const token = `${row.id}.${row.version}`;
  return (
    // Dragging is a shortcut: the form under the card does the same by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      draggable
      onDragStart={(event) => event.dataTransfer.setData(orderType, token)}
      className="flex cursor-grab flex-col gap-1 rounded-base border border-line bg-surface p-2.5 text-sm"
    >
      <span className="flex flex-wrap items-baseline justify-between gap-x-2">
        <Link to={`/orders/${row.id}`} className="text-link figures whitespace-nowrap" draggable={false}>
          {row.number}
        </Link>
        <span className="shrink-0 text-ink-soft">
          {priorities[row.priority].slice(0, 2)} · {span(row.minutes)}
        </span>
      </span>
      <span className="line-clamp-2">{[item, row.text].filter(Boolean).join(": ")}</span>
      <span className="text-ink-soft">{row.building}</span>
      <OrderClockBadge order={row} now={now} />
      <details>
        <summary className="text-link min-h-6">
          {words.move}
          <span className="sr-only"> {row.number}</span>
        </summary>
        <Form method="post" preventScrollReset className="mt-1 flex items-end gap-2">
          <input type="hidden" name="intent" value="plan" />
          <input type="hidden" name="order" value={token} />
          <TextField
            label={words.moveTo}
            name="plannedOn"
            type="date"
            defaultValue={row.plannedOn ?? ""}
            className="min-w-0 flex-1"
          />
          <Button type="submit" isCompact>
            {words.moveIt}
          </Button>
        </Form>
      </details>
    </li>
  );
}
