import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { charges as area } from "#app/i18n/charges.ts";
import { rent } from "#app/i18n/rent.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { RunLine } from "#db/queries/charge/get-run-charge.ts";
import { addDays } from "#domain/day-count.ts";

/** What the lease is charged, line by line, each with what it was reckoned from and what became of it since. */
export function LinesCard({ lines, totalOre }: { lines: RunLine[]; totalOre: number }) {
  const words = useWords(area);
  const format = useFormats();
  return (
    <Card title={words.lines} isFlush>
      <DataTable
        caption={words.lines}
        phone="cards"
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          { key: "line", header: words.line, cell: (line) => <LineName line={line} /> },
          { key: "how", header: words.how, cell: (line) => <How line={line} /> },
          {
            ...{ key: "amount", header: words.amount, isNumeric: true },
            cell: ({ amountOre }) => format.ore(amountOre, "ore"),
          },
        ]}
      />
      <p className="figures flex justify-between border-t border-line px-4 py-3 font-semibold">
        <span>{words.total}</span>
        <span>{format.ore(totalOre, "ore")}</span>
      </p>
    </Card>
  );
}

/** What a line is called; the fee is no line of the rent. */
export function useLineName(): (key: string) => string {
  const { lines } = useWords(rent);
  const { fee } = useWords(area);
  return (key) => lines[key] ?? fee;
}

function LineName({ line }: { line: RunLine }) {
  const words = useWords(area);
  const format = useFormats();
  const nameOf = useLineName();
  const { entry, correctedBy } = line;
  return (
    <>
      {entry !== "charge" && <strong className="font-semibold">{words.entries[entry]}: </strong>}
      {nameOf(line.key)}
      <span className="block text-sm text-ink-soft">
        {words.days(format.day(line.from), format.day(addDays(line.to, -1)))}
      </span>
      {correctedBy && (
        <Link to={`/charges/${correctedBy.runId}`} className="text-link block min-h-6 text-sm">
          {words.correctedBy} ({words.name(correctedBy.period, correctedBy.sequence)})
        </Link>
      )}
    </>
  );
}

/** m² × kr × index, as it was when it was charged. */
function How({ line: { formula, inputs } }: { line: RunLine }) {
  const words = useWords(area);
  const { whole } = useWords(rent);
  const format = useFormats();
  if (formula === "amount") return <span>{`${words.byHand}: ${inputs.source}`}</span>;
  if (inputs.rate !== undefined)
    return (
      <span className="figures">
        {words.feeHow(format.percent(inputs.rate), format.ore(inputs.ofOre, "ore"))}
      </span>
    );
  const { areaM2, unitYearlyOre, factor, now, base } = inputs;
  const parts = [
    areaM2 === null ? null : format.areaM2(areaM2),
    format.ore(unitYearlyOre, "ore"),
    factor !== null &&
      words.index(format.number(factor, 4), format.number(now?.value, 1), format.number(base?.value, 1)),
  ];
  return (
    <span className="figures">
      {parts.filter(Boolean).join(" × ")}
      {areaM2 === null && <span className="text-ink-soft"> ({whole})</span>}
      {inputs.source && <span className="block text-sm text-ink-soft">{inputs.source}</span>}
    </span>
  );
}
