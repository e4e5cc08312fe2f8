import { Badge, type Status } from "#app/components/badge.tsx";
import { Card } from "#app/components/card.tsx";
import { qr as area } from "#app/i18n/qr.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { FollowedCase } from "#db/queries/qr/get-followed-case.ts";
import { isOpen, type OrderState } from "#domain/order/order-state.ts";

type Order = FollowedCase["orders"][number];
type Props = { order: Order; steps: FollowedCase["steps"]; createdAt: string };

const ended: Partial<Record<OrderState, Status>> = {
  ...{ done: "good", confirmed: "good", closed: "good", plannedInBacklog: "info", duplicate: "neutral" },
  ...{ declined: "attention", awaitingCustomer: "attention", awaitingPart: "attention" },
};

/** What is done about one thing: where it stands, by when, and how it came there. */
export function OrderCard({ order, steps, createdAt }: Props) {
  const words = useWords(area).follow;
  const format = useFormats();
  const isDanish = useLocale() === "da";
  const name = isDanish ? order.nameDa : order.nameEn;
  const told = [{ id: "received", when: createdAt, what: words.received, reason: "" }].concat(
    steps.map(({ id, happenedAt, toState, reason }) => ({
      ...{ id, when: happenedAt, what: words.states[toState], reason },
    })),
  );
  return (
    <Card
      title={name || words.enquiry}
      tools={<Badge status={ended[order.state] ?? "info"}>{words.states[order.state]}</Badge>}
    >
      {isOpen(order.state) && order.state !== "done" && <p className="mb-3">{dueOf(order, words, format)}</p>}
      {order.state === "plannedInBacklog" && order.plannedYear !== null && (
        <p className="mb-3">{words.plannedYear(String(order.plannedYear))}</p>
      )}
      <h3 className="text-sm font-semibold">{words.timeline}</h3>
      <ol className="figures mt-1 border-l-2 border-line pl-4">
        {told.map(({ id, when, what, reason }) => (
          <li key={id} className="py-1.5">
            <time dateTime={when} className="text-sm text-ink-soft">
              {format.dateTime(when)}
            </time>
            <p className="font-medium">{what}</p>
            {reason && <p className="break-words whitespace-pre-wrap">{reason}</p>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function dueOf(
  { plannedOn, resolveBy }: Order,
  words: (typeof area)["da"]["follow"],
  format: ReturnType<typeof useFormats>,
): string {
  if (plannedOn) return words.planned(format.day(plannedOn));
  return resolveBy ? words.due(format.dateTime(resolveBy)) : words.noDue;
}
