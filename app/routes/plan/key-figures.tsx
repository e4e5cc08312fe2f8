import { Figure } from "#app/components/figure.tsx";
import { plans as area } from "#app/i18n/plans.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { ShownResult } from "#db/queries/plan/get-plan.ts";
import { gapOf } from "./gap.ts";

type Props = { result: ShownResult; totalOre: number; boundOre: number | null };

/** What the plan comes to: money, backlog, how far from the best, and what whole buildings save. */
export function PlanFigures({ result, totalOre, boundOre }: Props) {
  const words = useWords(area).figures;
  const { ore, percent } = useFormats();
  const millions = (amountOre: number) => ore(amountOre, "million");
  const { years, start, piecemeal, nothingOre } = result;
  const sum = (of: (year: (typeof years)[number]) => number) =>
    years.reduce((all, year) => all + of(year), 0);
  const gap = gapOf({ totalOre, boundOre, nothingOre });
  const saved = piecemeal.totalOre - totalOre;
  return (
    <dl className="grid gap-3 sm:grid-cols-2 xl:grid-cols-5">
      <Figure
        label={words.spent}
        value={millions(sum(({ spentOre }) => spentOre))}
        note={words.spentNote(millions(sum(({ budgetOre }) => budgetOre)))}
      />
      <Figure
        label={words.backlog}
        value={ore(years.at(-1)?.end.backlogOre ?? start.backlogOre, "million")}
        note={words.backlogNote(millions(start.backlogOre))}
        isLoud
      />
      <Figure
        label={words.gap}
        value={gap ? percent(gap.share) : words.noGap}
        note={gap && words.gapNote(percent(gap.ofAvoidable))}
      />
      <Figure
        label={words.piecemeal}
        value={saved > 0 ? millions(saved) : "–"}
        note={
          saved > 0
            ? words.piecemealNote(millions(piecemeal.setupOre), millions(sum(({ setupOre }) => setupOre)))
            : words.piecemealWorse
        }
      />
      <Figure
        label={words.nothing}
        value={millions(nothingOre)}
        note={words.nothingNote(millions(totalOre))}
      />
    </dl>
  );
}
