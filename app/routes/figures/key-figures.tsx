import { Figure } from "#app/components/figure.tsx";
import { figures as area } from "#app/i18n/figures.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { Satisfaction } from "#db/queries/figures/list-months.ts";
import type { OrderFigures } from "#db/queries/figures/summarise-orders.ts";
import { figuresQuery, shareOnTime, type FiguresSearch } from "#domain/figures/figures-search.ts";

type Props = {
  search: FiguresSearch;
  total: OrderFigures;
  satisfaction: Satisfaction;
  areaM2: number;
  gaps: { open: number; timesMet: number } | null;
};

/** The figures of the whole period, each with what it rests on and the way to the orders behind it. */
export function KeyFigures({ search, total, satisfaction, areaM2, gaps }: Props) {
  const words = useWords(area);
  const format = useFormats();
  const { number, percent } = format;
  const to = (change: Partial<FiguresSearch>) => `/figures/orders?${figuresQuery(search, change)}`;
  const kept = (promise: "respond" | "resolve") => ({
    label: words.onTime[promise],
    value: percent(shareOnTime(total[promise])),
    note: words.ofMeasured(
      number(total[promise].met + total[promise].missed),
      number(total[promise].unmeasured),
    ),
    to: to({ promise, standing: "missed" }),
  });
  const { doneOnce, reopened, spendOre } = total;
  return (
    <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      <Figure {...{ label: words.orders, value: number(total.orders), note: words.ordersNote, to: to({}) }} />
      <Figure {...kept("respond")} />
      <Figure {...kept("resolve")} isLoud />
      <Figure
        label={words.reopened}
        value={percent(doneOnce ? reopened / doneOnce : null)}
        note={words.ofDone(number(reopened), number(doneOnce))}
        to={to({ part: "reopened" })}
      />
      <Figure
        label={words.spend}
        value={format.ore(spendOre, "million")}
        note={words.spendNote(number(total.priced), number(total.orders))}
        to={to({ part: "priced" })}
      />
      <Figure
        label={words.spendPerM2}
        value={number(areaM2 > 0 ? spendOre / 100 / areaM2 : null)}
        unit={words.perM2}
        note={words.spendPerM2Note(format.areaM2(areaM2))}
      />
      <Satisfied satisfaction={satisfaction} />
      {gaps ? (
        <Figure
          {...{ label: words.gaps, value: number(gaps.open), note: words.gapsNote(number(gaps.timesMet)) }}
          to="/responsibility/gaps"
        />
      ) : (
        <Figure {...{ label: words.gapOrders, value: number(total.withGap), to: to({ part: "gap" }) }} />
      )}
    </dl>
  );
}

/** Never a share alone: how many answered of how many, and the figure to beat. */
function Satisfied({ satisfaction }: Pick<Props, "satisfaction">) {
  const words = useWords(area);
  const { number, percent } = useFormats();
  const { asked, answered, satisfied, baseline } = satisfaction;
  return (
    <Figure
      label={words.satisfied}
      value={answered > 0 ? percent(satisfied / answered) : words.noAnswers}
      note={
        <>
          {words.satisfiedNote(number(answered), percent(asked > 0 ? answered / asked : null))}
          {baseline && (
            <span className="block" title={baseline.source}>
              {words.baseline(percent(baseline.percent / 100))}
            </span>
          )}
        </>
      }
    />
  );
}
