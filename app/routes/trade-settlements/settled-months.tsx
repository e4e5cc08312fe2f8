import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { trade as area } from "#app/i18n/trade.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { SettledMonth } from "#db/queries/trade/list-settlements.ts";
import { monthName } from "../trade/month-name.ts";

/** The months that are settled, the newest first. */
export function SettledMonths({ months }: { months: readonly SettledMonth[] }) {
  const say = useWords(area).settlements;
  const format = useFormats();
  const locale = useLocale();
  if (months.length === 0) return null;
  return (
    <Card title={say.earlier} isFlush>
      <DataTable
        caption={say.earlier}
        phone="cards"
        rows={months}
        rowKey={({ month }) => month}
        rowTo={({ month }) => `/trade/settlements?month=${month}`}
        columns={[
          { key: "month", header: say.month, cell: ({ month }) => monthName(month, locale) },
          {
            key: "settled",
            header: say.settledAt,
            cell: (row) => say.settledBy(format.dateTime(row.settledAt), row.settledByName ?? "–"),
          },
          {
            key: "agreements",
            header: say.agreements,
            isNumeric: true,
            cell: ({ agreements }) => format.number(agreements),
          },
          {
            key: "turnover",
            header: say.turnover,
            isNumeric: true,
            cell: ({ turnoverOre }) => format.ore(turnoverOre, "ore"),
          },
        ]}
      />
    </Card>
  );
}
