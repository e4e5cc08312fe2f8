import { ask as area } from "#app/i18n/ask.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { Ahead, AheadOrder } from "./look-ahead.server.ts";

/** Who acts, who pays, by when, in one sentence a need; the clause behind it in a fold. */
export function AnswerCard({ ahead }: { ahead: Ahead | null }) {
  const words = useWords(area).answer;
  const orders = ahead?.ok ? ahead.orders : [];
  return (
    <section
      aria-labelledby="ahead"
      aria-live="polite"
      className="rounded-base border border-line bg-blue-tint p-4"
    >
      <h2 id="ahead" className="text-sm font-semibold text-blue-deep">
        {words.title}
      </h2>
      {orders.length === 0 && <p className="text-ink-soft">{words.waiting}</p>}
      <ul className="flex flex-col gap-3">
        {orders.map((order, index) => (
          <li key={index}>
            <OrderAhead order={order} isOneOfMany={orders.length > 1} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OrderAhead({ order, isOneOfMany }: { order: AheadOrder; isOneOfMany: boolean }) {
  const words = useWords(area).answer;
  const isDanish = useLocale() === "da";
  const sentence = useSentence(order);
  return (
    <>
      <p>
        {isOneOfMany && <strong>{isDanish ? order.nameDa : order.nameEn}: </strong>}
        {sentence} {order.approver && words.approval[order.approver]}
      </p>
      <details className="text-sm">
        <summary className="text-link inline-flex min-h-6 items-center">{words.why}</summary>
        <p className="text-ink-soft">{isDanish ? order.clauseDa : order.clauseEn}</p>
      </details>
    </>
  );
}

function useSentence(order: AheadOrder): string {
  const words = useWords(area).answer;
  const format = useFormats();
  const first = `${words.who[order.executor]}, ${payingOf(order, words, format)}.`;
  if (order.executor === "unit") return first;
  const by = (at: string | null) => (at ? format.dateTime(at) : null);
  return `${first} ${words.when(by(order.respondBy), by(order.resolveBy))}`;
}

type AnswerWords = (typeof area)["da"]["answer"];

function payingOf(order: AheadOrder, words: AnswerWords, format: ReturnType<typeof useFormats>): string {
  if (order.priceOre !== null) return words.amount(format.ore(order.priceOre, "ore"));
  if (order.executor === "serviceDesk") return words.unknownPayer;
  const one = words.pays[order.payer];
  if (!order.otherPayer) return order.payer === order.executor ? words.same : one;
  return words.shared(one, format.percent(order.payerSharePercent / 100), words.pays[order.otherPayer]);
}
