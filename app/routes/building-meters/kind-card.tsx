import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Figure, Figures } from "#app/components/figure.tsx";
import { LineChart } from "#app/components/line-chart.tsx";
import { Notice } from "#app/components/notice.tsx";
import { meters as area } from "#app/i18n/meters.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { unitOfMeter, type MeterKind, type MonthAmount } from "#domain/meter/meter.ts";
import type { JudgedHouse } from "#domain/meter/metered-house.ts";
import { useSayMeters } from "../meters/say-flags.ts";

type Props = {
  judged: JudgedHouse;
  measured: readonly MonthAmount[];
  compared: readonly MonthAmount[];
  lacksDegrees: boolean;
  /** The last 24 whole months, the oldest first. */
  year: readonly string[];
};

/** A kind of meter in a building: the year, the year before, a m², what is odd, and month by month. */
export function KindCard({ judged, measured, compared, lacksDegrees, year }: Props) {
  const all = useWords(area);
  const words = all.building;
  const format = useFormats();
  const say = useSayMeters();
  const unit = unitOfMeter[judged.kind];
  const decimals = judged.kind === "water" ? 2 : 1;
  const amount = useAmount(judged.kind);
  const [before, now] = [year.slice(0, 12), year.slice(12)];
  const asCompared = byMonth(compared);
  const flags = say.flags({ peers: judged.peers, odd: [] }, 0);
  const isHeat = judged.kind === "heat";
  return (
    <Card title={all.kinds[judged.kind]}>
      <div className="flex flex-col gap-4">
        {flags.map((text) => (
          <Notice key={text} status="attention">
            {text}
          </Notice>
        ))}
        {lacksDegrees && <p className="text-sm text-ink-soft">{words.noDegrees}</p>}
        <Figures>
          <Figure label={words.thisYear} value={amount(judged.year)} isLoud />
          <Figure label={words.lastYear} value={amount(judged.yearBefore)} />
          <Figure label={words.perM2} value={amount(judged.perM2, decimals)} />
        </Figures>
        <LineChart
          title={words.monthsTitle}
          caption={isHeat ? words.heatCaption : words.caption}
          unit={unit}
          labelHead={words.month}
          labels={now.map((one) => one.slice(5))}
          write={(value) => format.number(value, 0)}
          headingLevel={3}
          lines={[
            { name: words.thisYear, values: now.map((one) => asCompared.get(one) ?? null) },
            { name: words.lastYear, values: before.map((one) => asCompared.get(one) ?? null) },
          ]}
        />
        <MonthTable {...{ judged, measured, compared, months: now.toReversed() }} />
      </div>
    </Card>
  );
}

type MonthsProps = Pick<Props, "judged" | "measured" | "compared"> & { months: readonly string[] };

/** The last months, the newest first: as measured, as compared, and what is odd about them. */
function MonthTable({ judged, measured, compared, months }: MonthsProps) {
  const all = useWords(area);
  const words = all.building;
  const say = useSayMeters();
  const amount = useAmount(judged.kind);
  const [asMeasured, asCompared] = [byMonth(measured), byMonth(compared)];
  const odd = new Map(judged.odd.map((one) => [one.month, one]));
  const isHeat = judged.kind === "heat";
  const flagColumn = {
    ...{ key: "flag", header: words.flag },
    cell: (month: string) => {
      const one = odd.get(month);
      if (!one) return "–";
      const expected = one.expected === null ? "" : `, ${words.expected(amount(one.expected))}`;
      return <strong>{`${say.odd(one)}${expected}`}</strong>;
    },
  };
  return (
    <DataTable
      caption={`${all.kinds[judged.kind]}: ${words.monthsTitle}`}
      phone="cards"
      rows={months}
      rowKey={(month) => month}
      columns={[
        { key: "month", header: words.month, cell: (month) => say.month(month) },
        {
          ...{ key: "measured", header: words.measured, isNumeric: true },
          cell: (month) => amount(asMeasured.get(month)),
        },
        ...(isHeat
          ? [
              {
                ...{ key: "corrected", header: words.corrected, isNumeric: true },
                cell: (month: string) => amount(asCompared.get(month)),
              },
            ]
          : []),
        ...(odd.size > 0 ? [flagColumn] : []),
      ]}
    />
  );
}

const byMonth = (months: readonly MonthAmount[]) => new Map(months.map((one) => [one.month, one.amount]));

/** Says an amount with the unit of its kind; what is not known is a dash. */
function useAmount(kind: MeterKind) {
  const format = useFormats();
  return (value: number | null | undefined, most = 0) =>
    value === null || value === undefined ? "–" : `${format.number(value, most)} ${unitOfMeter[kind]}`;
}
