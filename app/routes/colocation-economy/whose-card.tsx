import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { colocationEconomy as area } from "#app/i18n/colocation-economy.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { ScenarioEconomy } from "#domain/colocation/case-economy.ts";
import { flowKinds, isOnce, type FlowKind } from "#domain/colocation/flow-lines.ts";
import { useSayMoney } from "../colocation-case/say-money.ts";

type Row = { key: string; label: string; city: number; parties: number[]; isSum?: boolean };

const total = (amounts: readonly number[]) => amounts.reduce((sum, one) => sum + one, 0);

/** The city's money and each party's beside it: every year, once, and all of it in today's money. */
export function WhoseCard({ economy }: { economy: ScenarioEconomy }) {
  const words = useWords(area);
  const { money } = useSayMoney();
  const parties = economy.parties.map(({ party }) => party);
  const npv: Row = {
    ...{ key: "npv", label: words.npvRow, city: economy.municipality.npvOre, isSum: true },
    parties: economy.parties.map(({ npvOre }) => npvOre),
  };
  const tables = [
    { title: words.perYear, rows: rowsOf(economy, parties, false, words) },
    { title: words.once, rows: [...rowsOf(economy, parties, true, words), npv] },
  ];
  const shown = (row: Row, ore: number) => {
    const said = ore === 0 ? "–" : money(ore);
    return row.isSum ? <strong>{said}</strong> : said;
  };
  return (
    <Card title={words.whose} isFlush>
      <p className="px-4 pb-3 text-ink-soft">{words.whoseNote}</p>
      {tables.map(({ title, rows }) => (
        <DataTable
          key={title}
          caption={title}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            {
              ...{ key: "line", header: title },
              cell: (row) => (row.isSum ? <strong>{row.label}</strong> : row.label),
            },
            { key: "city", header: words.city, isNumeric: true, cell: (row) => shown(row, row.city) },
            ...parties.map((party, at) => ({
              ...{ key: party, header: party, isNumeric: true },
              cell: (row: Row) => shown(row, row.parties[at]!),
            })),
          ]}
        />
      ))}
    </Card>
  );
}

/** A row a kind of money, and their sum. What comes every year is that of the last. */
function rowsOf(
  { lines, municipality, parties: views }: ScenarioEconomy,
  parties: readonly string[],
  once: boolean,
  words: { kinds: Record<FlowKind, string>; sum: string },
): Row[] {
  const amount = (flows: readonly number[]) => (once ? total(flows) : (flows.at(-1) ?? 0));
  const of = (kind: FlowKind, party: string | null) =>
    total(
      lines
        .filter((line) => line.kind === kind && (party === null || line.party === party))
        .map(({ flowsOre }) => amount(flowsOre)),
    );
  const kinds = flowKinds.filter((kind) => isOnce(kind) === once && lines.some((line) => line.kind === kind));
  const rows = kinds.map((kind) => ({
    ...{ key: kind, label: words.kinds[kind], city: kind === "internalRent" ? 0 : of(kind, null) },
    parties: parties.map((party) => of(kind, party)),
  }));
  const key = once ? "onceOre" : "yearlyOre";
  return [
    ...rows,
    {
      ...{ key: "sum", label: words.sum, isSum: true, city: municipality[key] },
      parties: views.map((view) => view[key]),
    },
  ];
}
