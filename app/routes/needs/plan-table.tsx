import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { needs as area } from "#app/i18n/needs.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { PlanLine } from "#db/queries/needs/list-needs.ts";

type Row = Pick<PlanLine, "administration" | "kind" | "district"> & {
  key: string;
  byYear: Map<number, PlanLine>;
};

/** A row an administration, kind and district; a column a year. */
function rowsOf(lines: readonly PlanLine[]): Row[] {
  const rows = new Map<string, Row>();
  for (const line of lines) {
    const { administration, kind, district } = line;
    const key = `${administration} ${kind} ${district}`;
    const row = rows.get(key) ?? { key, administration, kind, district, byYear: new Map() };
    row.byYear.set(line.year, line);
    rows.set(key, row);
  }
  return [...rows.values()];
}

/** The long-term plans, years side by side. */
export function PlanTable({ lines }: { lines: readonly PlanLine[] }) {
  const words = useWords(area);
  const format = useFormats();
  const years = [...new Set(lines.map(({ year }) => year))].sort((a, b) => a - b);
  return (
    <Card title={words.plans} isFlush>
      <DataTable
        caption={words.plans}
        rows={rowsOf(lines)}
        rowKey={({ key }) => key}
        empty={<p className="text-ink-soft">{words.noPlans}</p>}
        columns={[
          { key: "administration", header: words.columns.administration, cell: (row) => row.administration },
          { key: "what", header: words.columns.what, cell: (row) => words.kinds[row.kind] },
          { key: "district", header: words.columns.district, cell: (row) => row.district ?? words.wholeCity },
          ...years.map((year) => ({
            ...{ key: String(year), header: String(year), isNumeric: true },
            cell: (row: Row) => {
              const line = row.byYear.get(year);
              return line ? <span title={line.source}>{format.number(line.quantity)}</span> : "–";
            },
          })),
        ]}
      />
    </Card>
  );
}
