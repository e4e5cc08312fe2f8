import { Card } from "#app/components/card.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import { works as area } from "#app/i18n/works.ts";
import type { WorkFile, WorkLine } from "#db/queries/works/get-work.ts";

/** What a work consists of: each line with everything that its amount was reckoned from, and their sum. */
export function LinesCard({ work }: { work: WorkFile }) {
  const words = useWords(area).lines;
  const format = useFormats();
  return (
    <Card title={words.title} isFlush>
      <DataTable
        caption={words.caption}
        phone="cards"
        rows={work.lines}
        rowKey={(line) => `${line.elementId} ${line.description} ${line.amountOre}`}
        empty={<p className="text-ink-soft">{words.none}</p>}
        columns={useColumns()}
      />
      {work.lines.length > 0 && (
        <p className="figures flex justify-between gap-4 border-t border-line px-4 py-2 font-semibold">
          <span>{words.sum}</span>
          <span>{format.ore(work.costOre)}</span>
        </p>
      )}
    </Card>
  );
}

function useColumns(): Column<WorkLine>[] {
  const words = useWords(area).lines;
  const format = useFormats();
  const isDanish = useLocale() === "da";
  const name = (line: WorkLine) =>
    [isDanish ? line.nameDa : line.nameEn, line.label].filter(Boolean).join(", ");
  const small = "block text-sm text-ink-soft";
  return [
    {
      ...{ key: "element", header: words.element },
      cell: (line) => (
        <>
          {name(line)}
          <span className={small}>{line.description}</span>
        </>
      ),
    },
    {
      ...{ key: "condition", header: words.condition, isNumeric: true },
      cell: (line) => (
        <span>
          {line.condition} <span className={small}>{words.seen(format.day(line.observedOn))}</span>
        </span>
      ),
    },
    {
      ...{ key: "reckoned", header: words.reckoned, isNumeric: true },
      cell: (line) => (line.isLumpSum ? words.lump : <Reckoned line={line} />),
    },
    { key: "amount", header: words.amount, isNumeric: true, cell: (line) => format.ore(line.amountOre) },
  ];
}

/** Quantity × share × price × index × overhead, as the amount was reckoned. */
function Reckoned({ line }: { line: WorkLine }) {
  const format = useFormats();
  const quantity = `${format.number(line.quantity)} ${line.unit} × ${format.percent(line.shareToRepair, 0)}`;
  return (
    <span>
      {quantity} × {format.ore(line.unitPriceOre)}
      <span className="block text-sm text-ink-soft">
        × {format.number(line.indexFactor, 3)} × {format.number(1 + line.overheadRate, 2)}
      </span>
    </span>
  );
}
