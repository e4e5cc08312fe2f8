import type { ReactNode } from "react";
import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { colocationEconomy as area } from "#app/i18n/colocation-economy.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { ComparedScenario } from "#domain/colocation/compare-scenarios.ts";
import type { Id } from "#domain/id.ts";
import { useSayMoney } from "./say-money.ts";
import { VerdictBadge } from "./verdict-badge.tsx";

type Row = { key: string; label: string; cell: (one: ComparedScenario) => ReactNode };

/** What a council compares: a column a scenario, the verdict first, then the money, whose it is, and what is in the way. */
export function CompareCard({ caseId, compared }: { caseId: Id; compared: readonly ComparedScenario[] }) {
  const words = useWords(area);
  const rows = useRows(compared);
  return (
    <Card title={words.compare} isFlush>
      <p className="px-4 pb-3 text-ink-soft">{compared.length > 0 ? words.compareNote : words.noScenarios}</p>
      {compared.length > 0 && (
        <DataTable
          caption={words.compare}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: "label", header: words.scenario, cell: ({ label }) => label },
            ...compared.map((one) => ({
              ...{ key: one.economy.scenarioId, header: one.economy.name, isNumeric: true },
              cell: ({ key, cell }: Row) => (key === "npv" ? <strong>{cell(one)}</strong> : cell(one)),
            })),
          ]}
        />
      )}
      {compared.length > 0 && (
        <ul className="flex flex-wrap gap-x-5 gap-y-1 border-t border-line px-4 py-3">
          {compared.map(({ economy }) => (
            <li key={economy.scenarioId}>
              <Link to={`/colocation/${caseId}/economy?scenario=${economy.scenarioId}`} className="text-link">
                {words.open}: {economy.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function useRows(compared: readonly ComparedScenario[]): Row[] {
  const words = useWords(area);
  const { money, years, rates } = useSayMoney();
  const say = words.rows;
  const parties = [...new Set(compared.flatMap(({ economy }) => economy.parties.map(({ party }) => party)))];
  return [
    {
      key: "verdict",
      label: say.verdict,
      cell: (one) => <VerdictBadge verdict={one.economy.municipality.verdict} />,
    },
    { key: "npv", label: say.npv, cell: (one) => money(one.economy.municipality.npvOre) },
    { key: "once", label: say.once, cell: (one) => money(one.economy.municipality.onceOre) },
    { key: "yearly", label: say.yearly, cell: (one) => money(one.economy.municipality.yearlyOre) },
    { key: "payback", label: say.payback, cell: (one) => years(one.economy.municipality.paybackYears) },
    {
      ...{ key: "discounted", label: say.discounted },
      cell: (one) => years(one.economy.municipality.discountedPaybackYears),
    },
    { key: "irr", label: say.irr, cell: (one) => rates(one.economy.municipality.irr) },
    ...parties.map((party) => ({
      ...{ key: `of ${party}`, label: say.yearlyOf(party) },
      cell: ({ economy }: ComparedScenario) => {
        const view = economy.parties.find((one) => one.party === party);
        return view ? money(view.yearlyOre) : "–";
      },
    })),
    {
      ...{ key: "room", label: say.room },
      cell: ({ economy, tooSmall }) => {
        if (economy.unplaced.length > 0) return words.unplaced(economy.unplaced.length);
        return tooSmall.length > 0 ? words.over(tooSmall.length) : words.fits;
      },
    },
    {
      ...{ key: "conditions", label: say.conditions },
      cell: ({ broken }) => (broken.length > 0 ? words.broken(broken.length) : words.allMet),
    },
    { key: "moves", label: say.moves, cell: (one) => one.badMoves },
  ];
}
