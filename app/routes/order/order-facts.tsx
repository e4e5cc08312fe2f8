import { Card } from "#app/components/card.tsx";
import { DescriptionList, type Fact } from "#app/components/description-list.tsx";
import { Link } from "#app/components/link.tsx";
import { orderPage } from "#app/i18n/order-page.ts";
import { orders } from "#app/i18n/orders.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { OrderDetail } from "#db/queries/work/get-order.ts";

/** What is known of an order, with its pictures, how its price is shared, and what else its case holds. */
export function OrderFacts({ order }: { order: OrderDetail }) {
  const words = useWords(orderPage);
  const format = useFormats();
  const facts = [...usePlaceFacts(order), ...useMoneyFacts(order), ...useEndFacts(order)];
  return (
    <>
      <Card title={words.facts}>
        <DescriptionList facts={facts} />
      </Card>
      {order.photos.length > 0 && <Photos photos={order.photos} />}
      {order.shares.length > 0 && (
        <Card title={words.split}>
          <DescriptionList
            facts={order.shares.map(({ payer, name, amountOre }, index) => ({
              term: name ?? words.payers[payer] ?? String(index + 1),
              value: format.ore(amountOre, "ore"),
            }))}
          />
        </Card>
      )}
      <Siblings siblings={order.siblings} />
    </>
  );
}

function usePlaceFacts(order: OrderDetail): Fact[] {
  const words = useWords(orderPage);
  const format = useFormats();
  const place = (
    <Link to={`/buildings/${order.buildingId}`} className="text-link">
      {order.building}
    </Link>
  );
  return [
    { term: words.place, value: place },
    ...(order.address ? [{ term: "", value: order.address }] : []),
    ...(order.space ? [{ term: words.room, value: order.space }] : []),
    { term: words.unit, value: [order.unit, order.administration].filter(Boolean).join(", ") || null },
    { term: words.askedBy, value: order.askerName || null },
    { term: words.created, value: format.dateTime(order.createdAt) },
    { term: words.team, value: [order.team, order.person].filter(Boolean).join(", ") || words.nobody },
    { term: words.planned, value: format.day(order.plannedOn) },
    { term: words.respondBy, value: order.respondBy ? format.dateTime(order.respondBy) : words.noDeadline },
    { term: words.resolveBy, value: order.resolveBy ? format.dateTime(order.resolveBy) : words.noDeadline },
  ].filter(({ term }) => term !== "");
}

function useMoneyFacts(order: OrderDetail): Fact[] {
  const words = useWords(orderPage);
  const format = useFormats();
  const isDanish = useLocale() === "da";
  return [
    { term: words.quantity, value: format.number(order.quantity) },
    { term: words.norm, value: words.hours(format.number(order.minutes / 60, 1)) },
    { term: words.price, value: format.ore(order.priceOre) },
    { term: words.payer, value: [words.payers[order.payer], order.budgetLine].filter(Boolean).join(" · ") },
    { term: words.clause, value: isDanish ? order.clauseDa : order.clauseEn },
  ];
}

function useEndFacts(order: OrderDetail): Fact[] {
  const words = useWords(orderPage);
  const { outcomes } = useWords(orders);
  const duplicateOf = order.duplicateOf && (
    <Link to={`/orders/${order.duplicateOfId}`} className="text-link">
      {order.duplicateOf}
    </Link>
  );
  return [
    { term: words.outcome, value: order.outcome && outcomes[order.outcome] },
    { term: words.reason, value: order.stateReason },
    { term: words.nextOwner, value: order.nextOwner },
    { term: words.duplicateOf, value: duplicateOf },
    { term: words.year, value: order.plannedYear },
  ].filter(({ value }) => value);
}

function Photos({ photos }: Pick<OrderDetail, "photos">) {
  const words = useWords(orderPage);
  return (
    <Card title={words.photos}>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {photos.map(({ id, kind, width, height }) => (
          <li key={id}>
            <a href={`/photos/${id}`} className="block text-sm">
              <img
                src={`/photos/${id}/thumbnail`}
                alt={words.photo[kind]}
                {...{ width, height }}
                loading="lazy"
                className="aspect-[4/3] h-auto w-full rounded-base object-cover"
              />
              {words.photo[kind]}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Siblings({ siblings }: Pick<OrderDetail, "siblings">) {
  const words = useWords(orderPage);
  const { states } = useWords(orders);
  const isDanish = useLocale() === "da";
  if (siblings.length === 0) return null;
  return (
    <Card title={words.siblings}>
      <ul className="flex flex-col gap-1">
        {siblings.map(({ id, number, state, itemDa, itemEn }) => (
          <li key={id}>
            <Link to={`/orders/${id}`} className="text-link">
              {number}
            </Link>{" "}
            {isDanish ? itemDa : itemEn} · {states[state]}
          </li>
        ))}
      </ul>
    </Card>
  );
}
