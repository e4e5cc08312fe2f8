import { Card } from "#app/components/card.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { Figure, Figures } from "#app/components/figure.tsx";
import { benefits as area } from "#app/i18n/benefits.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { answeredIn, type BenefitLike } from "#domain/council/answered-in.ts";
import { standingIn, sumStandings, type BenefitStanding } from "#domain/council/benefit.ts";

type Line = BenefitLike & { standing: BenefitStanding };

type TableProps = { lines: readonly BenefitLike[]; year: number; title: string; isOverAll?: boolean };

/** What was promised, what the units realised, what a budget covers, and what is outstanding: together and line by line. */
export function BenefitTable({ lines, year, title, isOverAll = false }: TableProps) {
  const words = useWords(area);
  const rows = lines.map((line): Line => ({
    ...line,
    standing: standingIn({ ...line, answered: answeredIn(line) }, year),
  }));
  const total = sumStandings(rows.map(({ standing }) => standing));
  const columns = useBenefitColumns(isOverAll);
  const table = (
    <Card title={title} isFlush>
      <DataTable
        caption={words.caption}
        phone="cards"
        rows={rows}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/benefits/${id}`}
        empty={<p className="text-ink-soft">{words.none}</p>}
        columns={columns}
      />
    </Card>
  );
  if (rows.length === 0) return table;
  return (
    <>
      <BenefitFigures total={total} year={year} />
      {table}
    </>
  );
}

function BenefitFigures({ total, year }: { total: BenefitStanding; year: number }) {
  const words = useWords(area).figures;
  const format = useFormats();
  const { requiredOre, expectedOre, realisedOre, budgetCutOre, outstandingOre, uncoveredOre } = total;
  return (
    <Figures>
      <Figure
        label={words.required}
        value={format.ore(requiredOre, "million")}
        note={words.expected(format.ore(expectedOre, "million"))}
      />
      <Figure label={words.realised} value={format.ore(realisedOre, "million")} note={words.asOf(year)} />
      <Figure label={words.budgetCut} value={format.ore(budgetCutOre, "million")} />
      <Figure
        label={words.outstanding}
        value={format.ore(outstandingOre, "million")}
        note={words.uncovered(format.ore(uncoveredOre, "million"))}
        isLoud
      />
    </Figures>
  );
}

function useBenefitColumns(isOverAll: boolean): Column<Line>[] {
  const words = useWords(area);
  const format = useFormats();
  const { columns: heads } = words;
  const money = (key: "required" | "realised" | "budgetCut" | "outstanding"): Column<Line> => ({
    ...{ key, header: heads[key], isNumeric: true },
    cell: ({ standing }) => format.ore(standing[`${key}Ore`]),
  });
  return [
    {
      key: "line",
      header: heads.line,
      cell: ({ label, securedBy }) => (
        <>
          {label}
          {securedBy && (
            <span className="block text-sm font-normal text-ink-soft no-underline">
              {heads.secured}: {securedBy}
            </span>
          )}
        </>
      ),
    },
    ...(isOverAll
      ? [
          {
            key: "case",
            header: heads.case,
            cell: ({ caseNumber, caseName }: Line) => `${caseNumber} ${caseName}`,
          },
        ]
      : []),
    {
      key: "owner",
      header: heads.owner,
      cell: ({ administrationCode }) => administrationCode ?? words.several,
    },
    {
      key: "kind",
      header: heads.kind,
      cell: ({ kind, isHard }) => `${words.kinds[kind]}, ${isHard ? words.hard : words.soft}`,
    },
    money("required"),
    money("realised"),
    {
      ...{ key: "budgetCut", header: heads.budgetCut, isNumeric: true },
      cell: ({ standing }) => (
        <>
          {format.ore(standing.budgetCutOre)}
          {standing.isBudgetReduced && <span className="block text-sm text-good">{words.budgetReduced}</span>}
        </>
      ),
    },
    money("outstanding"),
  ];
}
