import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { colocationEdit as area } from "#app/i18n/colocation-edit.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { EditData } from "./edit-data.ts";
import { WaitsForm } from "./waits-form.tsx";

/** The moves in the order in which they can happen, and what waiting costs. */
export function ChainCard({ data }: { data: EditData }) {
  const words = useWords(area);
  const format = useFormats();
  const nameOf = (id: string | null) =>
    [...data.inputs.units, ...data.inputs.premises].find((one) => one.id === id)?.name ?? words.nowhere;
  return (
    <Card title={words.chain} isFlush>
      <p className="px-4 pb-3 text-ink-soft">{words.chainNote}</p>
      <DataTable
        caption={words.chain}
        phone="cards"
        rows={data.chain}
        rowKey={({ unitId }) => unitId}
        empty={<p className="text-ink-soft">{words.noMoves}</p>}
        columns={[
          {
            ...{ key: "unit", header: words.condition.unit },
            cell: (row) => words.moved(nameOf(row.unitId), nameOf(row.fromId), nameOf(row.toId)),
          },
          { key: "step", header: words.step, cell: (row) => row.step ?? words.circle },
          {
            ...{ key: "waits", header: words.waits },
            cell: (row) =>
              row.waitsFor.length === 0
                ? "–"
                : `${row.waitsFor.map(({ unitId }) => nameOf(unitId)).join(", ")}${row.isTooEarly ? `. ${words.tooEarly}` : ""}`,
          },
          {
            ...{ key: "delay", header: words.delay, isNumeric: true },
            cell: (row) => format.ore(row.monthLaterOre),
          },
        ]}
      />
      {!data.scenario.isBase && <WaitsForm data={data} />}
    </Card>
  );
}
