import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { rent as area } from "#app/i18n/rent.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { addDays } from "#domain/day-count.ts";
import { lineKey } from "#domain/rent/explain-change.ts";
import type { RentLine } from "#domain/rent/rent-lines.ts";

type Props = { lines: RentLine[]; totalOre: number; year: number; indexSource: string | null };

/** The way from m² to kroner: each line under the one before, as long as what it adds, with how it is reckoned. */
export function StepsCard({ lines, totalOre, year, indexSource }: Props) {
  const words = useWords(area);
  const format = useFormats();
  let from = 0;
  const together = lineByLine(lines);
  const rows = together.map((line, index) => {
    const start = from;
    from += line.amountOre;
    const before = together[index - 1];
    return { line, index, start, isNext: before !== undefined && lineKey(before) === lineKey(line) };
  });
  return (
    <Card title={words.steps} isFlush>
      <p className="px-4 pb-3 text-sm text-ink-soft">
        {words.period(year)}. {words.stepsHint}
      </p>
      <DataTable
        caption={words.steps}
        phone="cards"
        rows={rows}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            key: "line",
            header: words.line,
            cell: ({ line, isNext }) => <LineName {...{ line, year, isNext }} />,
          },
          { key: "how", header: words.how, cell: ({ line }) => <Formula line={line} /> },
          {
            key: "bar",
            header: words.step,
            isWideOnly: true,
            cell: ({ line, start }) => <Bar start={start / totalOre} length={line.amountOre / totalOre} />,
          },
          {
            key: "amount",
            header: words.amount,
            isNumeric: true,
            cell: ({ line }) => format.ore(line.amountOre, "ore"),
          },
        ]}
      />
      <p className="figures flex justify-between border-t border-line px-4 py-3 text-lg font-semibold">
        <span>{words.total}</span>
        <span>{format.ore(totalOre, "ore")}</span>
      </p>
      {indexSource && <p className="px-4 pb-3 text-sm text-ink-soft">{words.indexSource(indexSource)}</p>}
    </Card>
  );
}

/** The parts of the year of one line after each other, lines in the order in which they first come. */
function lineByLine(lines: readonly RentLine[]): RentLine[] {
  const keys = [...new Set(lines.map(lineKey))];
  return keys.flatMap((key) => lines.filter((line) => lineKey(line) === key));
}

/** What a line is called and goes to; of the next part of the year it has been said above. */
function LineName({ line, year, isNext }: { line: RentLine; year: number; isNext: boolean }) {
  const words = useWords(area);
  const format = useFormats();
  const key = lineKey(line);
  const isWhole = line.from === `${year}-01-01` && line.to === `${year + 1}-01-01`;
  return (
    <>
      {words.lines[key]}
      {!isWhole && (
        <span className="block text-sm text-ink-soft">
          {words.from(format.day(line.from), format.day(addDays(line.to, -1)))}
        </span>
      )}
      {!isNext && <span className="block text-sm text-ink-soft">{words.whatFor[key]}</span>}
    </>
  );
}

/** m² × kr × index, and where the index is from. */
function Formula({ line }: { line: RentLine }) {
  const words = useWords(area);
  const format = useFormats();
  const { areaM2, unitYearlyOre, regulated } = line;
  const month = (day: string) => day.slice(0, 7).split("-").reverse().join(".");
  const parts = [
    areaM2 === null ? null : format.areaM2(areaM2),
    format.ore(unitYearlyOre, "ore"),
    regulated && words.factor(format.number(regulated.factor, 4)),
  ];
  return (
    <span className="figures">
      {parts.filter(Boolean).join(" × ")}
      {areaM2 === null && <span className="text-ink-soft"> ({words.whole})</span>}
      {regulated && (
        <span className="block text-sm text-ink-soft">
          {words.index(
            format.number(regulated.base.value, 1),
            month(regulated.base.month),
            format.number(regulated.now.value, 1),
            month(regulated.now.month),
          )}
          {regulated.isBounded && `, ${words.bounded}`}
        </span>
      )}
    </span>
  );
}

/** A step of the waterfall: where the lines before it have come to, and how far this one goes. */
function Bar({ start, length }: { start: number; length: number }) {
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" className="h-4 w-full min-w-40">
      <rect x="0" y="4.5" width="100" height="1" className="fill-line" />
      <rect x={start * 100} y="0" width={Math.max(0.4, length * 100)} height="10" className="fill-blue" />
    </svg>
  );
}
