import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { leaseLife as area } from "#app/i18n/lease-life.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { addDays, type Day } from "#domain/day-count.ts";
import type { LeaseChangeKind } from "#domain/lease/change-plan.ts";
import type { previewChange } from "./preview-change.server.ts";

interface Props {
  kind: LeaseChangeKind;
  preview: Awaited<ReturnType<typeof previewChange>>;
  typed: Record<string, string>;
  days: { effectiveOn: Day; newEnd: Day | null };
}

/** What confirming does, in words, with the steps and their days; and the button that does it. */
export function ChangePreview({ kind, preview, typed, days }: Props) {
  const words = useWords(area);
  const format = useFormats();
  const { effects } = words;
  const { areaM2, areaChange, beforeOre, afterOre, stopped, steps, tooEarlyFor } = preview;
  const end = days.newEnd === null ? effects.noEnd : effects.end(format.day(addDays(days.newEnd, -1)));
  const said = [
    kind === "terminate" && effects.end(format.day(addDays(days.effectiveOn, -1))),
    kind === "extend" && end,
    areaChange !== null &&
      effects.areaChange(
        format.areaM2(areaChange.before),
        format.areaM2(areaChange.after),
        format.day(days.effectiveOn),
      ),
    areaM2 !== null && effects.area(format.areaM2(areaM2), format.day(days.effectiveOn)),
    kind === "terminate" && beforeOre !== null && effects.rent(format.ore(beforeOre)),
    afterOre !== null &&
      beforeOre !== null &&
      effects.rentChange(format.ore(beforeOre), format.ore(afterOre)),
    stopped > 0 && effects.services(stopped),
    (kind === "moveIn" || (kind === "moveOut" && stopped === 0)) && effects.none,
  ].filter((text) => text !== false);
  const address = `?${new URLSearchParams(typed).toString()}`;
  return (
    <Card title={words.previewTitle}>
      {tooEarlyFor !== null && (
        <Notice status="attention">{effects.early(format.day(addDays(tooEarlyFor, -1)))}</Notice>
      )}
      <ul className="my-3 list-disc pl-5">
        {said.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <ol className="mb-4 list-decimal pl-5">
        {steps.map(({ key, dueOn }) => (
          <li key={key}>
            {words.steps[key]} · {words.due} {format.day(dueOn)}
          </li>
        ))}
      </ol>
      <form method="post" action={address}>
        <Button type="submit" look="primary">
          {words.confirm}
        </Button>
      </form>
    </Card>
  );
}
