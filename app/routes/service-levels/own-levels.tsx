import { Notice } from "#app/components/notice.tsx";
import { levels } from "#app/i18n/levels.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { LevelRow } from "#db/queries/catalogue/compare-service-levels.ts";
import { deviationOf } from "#domain/catalogue/compare-levels.ts";

const mostSentences = 6;

/** One sentence a unit of one's own: what it pays in all its buildings beside others of its kind. */
export function OwnLevels({ rows, band }: { rows: LevelRow[]; band: number }) {
  const words = useWords(levels);
  const format = useFormats();
  const units = [...new Set(rows.map(({ unitName }) => unitName))].sort().slice(0, mostSentences);
  const said = units.flatMap((unit) => {
    const own = rows.filter(({ unitName }) => unitName === unit);
    const price = sumOf(own, "annualPriceOre") / sumOf(own, "areaM2");
    const median = own[0]!.medianPricePerM2Ore;
    const deviation = deviationOf(price, median, band);
    if (!deviation) return [];
    const { side, share } = deviation;
    const percent = format.percent(Math.abs(share), 0);
    const sentence = words.summary[side](unit, format.ore(Math.round(price)), format.ore(median), percent);
    return { unit, sentence, status: side === "above" ? ("attention" as const) : ("info" as const) };
  });
  return (
    <div className="flex flex-col gap-2">
      {said.map(({ unit, sentence, status }) => (
        <Notice key={unit} status={status}>
          {sentence}
        </Notice>
      ))}
    </div>
  );
}

const sumOf = (rows: readonly LevelRow[], field: "annualPriceOre" | "areaM2"): number =>
  rows.reduce((sum, row) => sum + row[field], 0);
