import { Button, buttonClass } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Figure } from "#app/components/figure.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { trade as area } from "#app/i18n/trade.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { LineNames } from "#db/queries/trade/name-traders.ts";
import type { Month } from "#domain/trade/month.ts";
import type { TradeLine } from "#domain/trade/settlement.ts";
import { monthName } from "../trade/month-name.ts";

type Settlement = {
  isSettled: boolean;
  isOver: boolean;
  shown: readonly TradeLine[];
  total: number;
  sumOre: number;
  turnoverOre: number;
  names: LineNames;
};

/** The lines of a month with their sum, and the button that makes them stand. */
export function LinesTable({ month, settlement }: { month: Month; settlement: Settlement }) {
  const { isSettled, isOver, shown, total, sumOre, turnoverOre, names } = settlement;
  const words = useWords(area);
  const say = words.settlements;
  const format = useFormats();
  const locale = useLocale();
  const name = monthName(month, locale);
  return (
    <Card title={isSettled ? say.stands(name) : say.preview(name)} isFlush>
      <dl className="grid gap-3 px-4 pb-4 sm:grid-cols-3">
        <Figure label={say.turnover} value={format.ore(turnoverOre, "ore")} note={say.lines(total)} />
        <Figure label={say.sum} value={format.ore(sumOre, "ore")} />
      </dl>
      <div className="border-t border-line">
        <DataTable
          caption={say.caption}
          phone="cards"
          rows={shown}
          rowKey={(row) => `${row.agreementId} ${row.unitId} ${row.kind}`}
          empty={<p className="text-ink-soft">{say.none}</p>}
          columns={[
            {
              key: "unit",
              header: say.unit,
              cell: (row) => (
                <Link
                  to={`/trade/statements/${row.unitId}?year=${month.slice(0, 4)}`}
                  className="text-link inline-block min-h-6"
                >
                  {names.units[row.unitId]}
                </Link>
              ),
            },
            {
              key: "service",
              header: say.service,
              cell: (row) => (
                <Link to={`/trade/${row.agreementId}`} className="text-link inline-block min-h-6">
                  {names.services[row.agreementId]?.[locale]}
                  {row.kind === "correction" && ` (${words.agreement.kind.correction.toLowerCase()})`}
                </Link>
              ),
            },
            {
              key: "amount",
              header: say.amount,
              isNumeric: true,
              cell: (row) => format.ore(row.amountOre, "ore"),
            },
          ]}
        />
      </div>
      {total > shown.length && <p className="px-4 py-2 text-sm text-ink-soft">{say.more(total)}</p>}
      {!isSettled && <SettleForm {...{ month, name, isOver }} />}
    </Card>
  );
}

/** Asks once; a month that is not over only says so. */
function SettleForm({ month, name, isOver }: { month: Month; name: string; isOver: boolean }) {
  const say = useWords(area).settlements;
  if (!isOver) return <p className="border-t border-line p-4 text-sm text-ink-soft">{say.notOver}</p>;
  return (
    <details className="border-t border-line p-4">
      <summary className={buttonClass("primary")}>{say.settle(name)}</summary>
      <Form method="post" className="mt-3 flex flex-wrap items-center gap-3">
        <p className="text-sm">{say.settleAsk}</p>
        <input type="hidden" name="month" value={month} />
        <Button type="submit" name="intent" value="settle" look="danger">
          {say.settleDo}
        </Button>
      </Form>
    </details>
  );
}
