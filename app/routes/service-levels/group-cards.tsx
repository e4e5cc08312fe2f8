import { BarChart } from "#app/components/bar-chart.tsx";
import { Card } from "#app/components/card.tsx";
import { levels } from "#app/i18n/levels.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { LevelGroup, LevelRow } from "#db/queries/catalogue/compare-service-levels.ts";
import { GroupTable } from "./group-table.tsx";

interface GroupCardsProps {
  groups: LevelGroup[];
  rows: LevelRow[];
  kind: string;
  code: string;
  band: number;
  seesAll: boolean;
}

/** The kinds of units beside each other, drawn and in figures; the kind one asked for, or one's own, stands out. */
export function GroupCards({ groups, rows, kind, code, band, seesAll }: GroupCardsProps) {
  const words = useWords(levels);
  const format = useFormats();
  const own = new Set(rows.map((row) => row.kind));
  const compared = groups.filter(({ medianPricePerM2Ore }) => medianPricePerM2Ore !== null);
  return (
    <Card title={words.groups} isFlush>
      <div className="grid items-start xl:grid-cols-[2fr_3fr]">
        <div className="min-w-0 p-4">
          <BarChart
            title={words.chartTitle}
            caption={words.chartCaption}
            unit={words.chartUnit}
            labelHead={words.kind}
            write={(value) => format.number(value, 0)}
            bars={compared.map((group) => ({
              label: words.kinds[group.kind] ?? group.kind,
              value: Math.round((group.medianPricePerM2Ore ?? 0) / 100),
              isMarked: kind ? group.kind === kind : !seesAll && own.has(group.kind),
            }))}
          />
        </div>
        <div className="min-w-0">
          <GroupTable groups={groups} code={code} band={band} />
        </div>
      </div>
    </Card>
  );
}
