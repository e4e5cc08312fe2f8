import { Badge } from "#app/components/badge.tsx";
import { Card } from "#app/components/card.tsx";
import { DescriptionList, type Fact } from "#app/components/description-list.tsx";
import { cases as area } from "#app/i18n/cases.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { CaseFile, CaseOrder } from "#db/queries/case/get-case.ts";
import { stageCount, stageOf, statusOf } from "#domain/case/case-stage.ts";
import { AnswerForms } from "./answer-forms.tsx";
import { useNextSentence } from "./next-sentence.ts";
import type { StepReply } from "./take-answer.server.ts";

interface OrderCardProps {
  order: CaseOrder;
  file: CaseFile;
  reply: StepReply | undefined;
  now: string;
  /** The id of the next event that is taken from this card. */
  eventId: string;
}

/** One order on its way: how far, what next and by when, what we wait for, and who does, pays and why. */
export function OrderCard({ order, file, reply, now, eventId }: OrderCardProps) {
  const words = useWords(area);
  const isDanish = useLocale() === "da";
  const next = useNextSentence(order, now);
  const name = (isDanish ? order.nameDa : order.nameEn) || words.unnamed;
  return (
    <Card
      title={
        <>
          {name} <span className="font-normal text-ink-soft">{`${file.number}-${order.line}`}</span>
        </>
      }
      tools={<Badge status={statusOf(order.state)}>{words.states[order.state]}</Badge>}
    >
      <Stages order={order} />
      <p className="text-lg">{next}</p>
      {order.stateReason && (
        <p className="mt-1 border-l-4 border-line pl-3 break-words whitespace-pre-wrap">
          {order.stateReason}
        </p>
      )}
      {order.reopened > 0 && <p className="text-sm text-ink-soft">{words.reopenedTimes(order.reopened)}</p>}
      {order.description && (
        <p className="mt-1 text-sm break-words whitespace-pre-wrap text-ink-soft">{order.description}</p>
      )}
      {file.isOurs && <AnswerForms {...{ order, reply, eventId }} />}
      <Why order={order} />
    </Card>
  );
}

function Stages({ order }: { order: CaseOrder }) {
  const words = useWords(area);
  const reached = stageOf(order.state);
  if (reached === null) return null;
  return (
    <div className="mb-3">
      <p className="sr-only">{words.stage(words.stages[reached - 1] ?? "", reached, stageCount)}</p>
      <ol aria-hidden="true" className="grid grid-cols-5 gap-1">
        {words.stages.map((stage, index) => {
          const isReached = index < reached;
          return (
            <li key={stage} className="min-w-0">
              <span className={`block h-1.5 rounded-full ${isReached ? "bg-blue" : "bg-line"}`} />
              <span
                className={`block truncate pt-0.5 text-xs ${index === reached - 1 ? "font-semibold text-ink" : "text-ink-soft"}`}
              >
                {stage}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Why({ order }: { order: CaseOrder }) {
  const words = useWords(area);
  const format = useFormats();
  const isDanish = useLocale() === "da";
  const one = words.payers[order.payer];
  const pays =
    order.executor === "serviceDesk"
      ? words.unknownPayer
      : order.otherPayer
        ? words.shared(one, format.percent(order.payerSharePercent / 100), words.payers[order.otherPayer])
        : one;
  const facts: Fact[] = [
    {
      term: words.who,
      value: order.teamName
        ? `${words.executors[order.executor]}: ${order.teamName}`
        : words.executors[order.executor],
    },
    { term: words.pays, value: pays },
    ...(order.priceOre === null ? [] : [{ term: words.price, value: format.ore(order.priceOre, "ore") }]),
    { term: words.why, value: isDanish ? order.clauseDa : order.clauseEn },
  ];
  return (
    <details className="mt-3 border-t border-line pt-2">
      <summary className="text-link inline-flex min-h-8 items-center">{words.details}</summary>
      <DescriptionList facts={facts} />
    </details>
  );
}
