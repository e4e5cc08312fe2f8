import { ConditionShares } from "#app/components/condition-shares.tsx";
import { condition as area } from "#app/i18n/condition.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { ConditionAggregate, ConditionSummary } from "#domain/condition/condition-summary.ts";
import type { Day } from "#domain/day-count.ts";

/** What the elements come to together, as seen and as estimated, each with its distribution beside it. */
export function ConditionAggregates({ summary, on }: { summary: ConditionSummary; on: Day }) {
  const words = useWords(area).condition;
  const format = useFormats();
  const { oldestOn, newestOn, unknown } = summary;
  if (summary.elements === 0) return <p className="text-ink-soft">{words.none}</p>;
  return (
    <div className="flex flex-col gap-4">
      <Aggregate
        title={words.observed}
        note={words.observedNote(format.day(oldestOn), format.day(newestOn))}
        aggregate={summary.observed}
      />
      <Aggregate
        title={words.estimated(format.day(on))}
        note={words.estimatedNote}
        aggregate={summary.estimated}
      />
      {unknown > 0 && <p className="text-sm text-ink-soft">{words.unknown(unknown)}</p>}
    </div>
  );
}

function Aggregate(props: { title: string; note: string; aggregate: ConditionAggregate }) {
  const { title, note, aggregate } = props;
  const { condition: words, conditions: names } = useWords(area);
  const { condition, shares } = aggregate;
  return (
    <div>
      <h3 className="font-semibold">
        {title}{" "}
        <span className="font-normal">
          {condition === null ? words.noAggregate : words.sum(condition, names[condition])}
        </span>
      </h3>
      <p className="mb-1.5 text-sm text-ink-soft">{note}</p>
      <ConditionShares label={`${title}: ${words.shares}`} names={names} shares={shares} />
    </div>
  );
}
