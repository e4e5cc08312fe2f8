import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { colocationEconomy as area } from "#app/i18n/colocation-economy.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { MoveGate } from "#domain/colocation/case-economy.ts";
import { useSayMoney } from "../colocation-case/say-money.ts";
import { VerdictBadge } from "../colocation-case/verdict-badge.tsx";

/** Every move with what it adds to the scenario, and whether it stands alone. */
export function MovesCard({ moves, names }: { moves: readonly MoveGate[]; names: Record<string, string> }) {
  const words = useWords(area);
  const { money, years } = useSayMoney();
  const nameOf = (id: string | null) => (id && names[id]) || "–";
  return (
    <Card title={words.moves} isFlush>
      <p className="px-4 pb-3 text-ink-soft">{words.movesNote}</p>
      <DataTable
        caption={words.moves}
        phone="cards"
        rows={moves}
        rowKey={({ unitId }) => unitId}
        empty={<p className="text-ink-soft">{words.noMoves}</p>}
        columns={[
          { key: "unit", header: words.unit, cell: (row) => nameOf(row.unitId) },
          { key: "from", header: words.from, cell: (row) => nameOf(row.fromId) },
          { key: "to", header: words.to, cell: (row) => nameOf(row.toId) },
          { key: "adds", header: words.adds, isNumeric: true, cell: (row) => money(row.npvOre) },
          {
            ...{ key: "payback", header: words.rows.payback, isNumeric: true },
            cell: (row) => years(row.paybackYears),
          },
          {
            ...{ key: "verdict", header: words.rows.verdict },
            cell: (row) => <VerdictBadge verdict={row.verdict} />,
          },
        ]}
      />
    </Card>
  );
}
