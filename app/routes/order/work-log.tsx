import { Card } from "#app/components/card.tsx";
import { orderPage } from "#app/i18n/order-page.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { OrderDetail } from "#db/queries/work/get-order.ts";

/** Hours and materials of an order, with their sum. */
export function WorkLog({ order }: { order: OrderDetail }) {
  const words = useWords(orderPage);
  const format = useFormats();
  const { work, materials } = order;
  const minutes = work.reduce((sum, entry) => sum + (entry.minutes ?? 0), 0);
  const ore = materials.reduce((sum, entry) => sum + (entry.priceOre ?? 0), 0);
  const isEmpty = work.length === 0 && materials.length === 0;
  return (
    <Card title={words.work}>
      {isEmpty && <p className="text-ink-soft">{words.noWork}</p>}
      <ul className="figures flex flex-col gap-1">
        {work.map(({ name, startedAt, endedAt, minutes: spent }) => (
          <li key={`${name} ${startedAt}`} className="flex justify-between gap-4">
            <span>
              {name}, {format.dateTime(startedAt)}
            </span>
            <span>{endedAt ? words.hours(format.number((spent ?? 0) / 60, 2)) : words.running}</span>
          </li>
        ))}
        {materials.map(({ name, quantity, unit, priceOre, by }, index) => (
          <li key={index} className="flex justify-between gap-4">
            <span>
              {format.number(quantity)} {unit} {name}, {by}
            </span>
            <span>{format.ore(priceOre, "ore")}</span>
          </li>
        ))}
      </ul>
      {!isEmpty && (
        <p className="figures mt-2 flex justify-between gap-4 border-t border-line pt-2 font-semibold">
          <span>{words.total}</span>
          <span>
            {words.hours(format.number(minutes / 60, 2))} · {format.ore(ore, "ore")}
          </span>
        </p>
      )}
    </Card>
  );
}
