import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { benefits as area } from "#app/i18n/benefits.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { BenefitRow } from "#db/queries/benefit/list-benefits.ts";
import { expectedIn } from "#domain/council/benefit.ts";

/** Year by year: what the line should give, what came of it, and who said so. */
export function YearsCard({ line, year }: { line: BenefitRow; year: number }) {
  const words = useWords(area).page;
  const format = useFormats();
  const known = new Map(line.years.map((one) => [one.year, one]));
  const years = yearsOf(line, year);
  return (
    <Card title={words.years} isFlush>
      <DataTable
        caption={words.years}
        phone="cards"
        rows={years}
        rowKey={String}
        columns={[
          { key: "year", header: words.year, cell: (one) => one },
          {
            ...{ key: "expected", header: words.expected, isNumeric: true },
            cell: (one) => format.ore(expectedIn(line, one)),
          },
          {
            ...{ key: "realised", header: words.realised, isNumeric: true },
            cell: (one) => format.ore(known.get(one)?.realisedOre),
          },
          {
            ...{ key: "budgetCut", header: words.budgetCut, isNumeric: true },
            cell: (one) => format.ore(known.get(one)?.budgetCutOre),
          },
          {
            key: "reduced",
            header: words.reduced,
            cell: (one) => {
              const isReduced = known.get(one)?.isBudgetReduced;
              return isReduced == null ? "–" : isReduced ? words.yes : words.no;
            },
          },
          {
            key: "answer",
            header: words.answer,
            cell: (one) => {
              const found = known.get(one);
              if (!found) return "–";
              const { answeredAt, answeredByName, askedAt } = found;
              const who = answeredAt
                ? words.answeredBy(answeredByName ?? "", format.day(answeredAt.slice(0, 10)))
                : `${words.notAnswered}${askedAt ? `. ${words.asked(format.day(askedAt.slice(0, 10)))}` : ""}`;
              return (
                <>
                  {found.words && <span className="block max-w-prose">{found.words}</span>}
                  <span className="text-sm text-ink-soft">{who}</span>
                </>
              );
            },
          },
        ]}
      />
    </Card>
  );
}

/** The years in which the line is phased in, those that were asked about, and this one; sixty at most. */
function yearsOf(line: BenefitRow, year: number): number[] {
  const known = new Set(line.years.map((one) => one.year));
  const last = Math.max(year, ...known);
  const first = Math.min(line.fromYear, ...known);
  return Array.from({ length: Math.min(last - first + 1, 60) }, (_, index) => first + index).filter(
    (one) => known.has(one) || one < line.fromYear + line.phaseYears || one === year,
  );
}
