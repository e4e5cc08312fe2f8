import type { ReactNode } from "react";
import type { PortfolioTotals } from "#domain/portfolio-row.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { portfolio } from "#app/i18n/portfolio.ts";
import { ConditionBar } from "./condition-bar.tsx";

/** The sums of exactly what is listed. On a phone they are swiped sideways. */
export function TotalsStrip({ totals, isExtent }: { totals: PortfolioTotals; isExtent: boolean }) {
  const words = useWords(portfolio);
  const format = useFormats();
  const { areaM2 } = totals;
  const share = (part: number) => (areaM2.total > 0 ? part / areaM2.total : null);
  const rateOre = areaM2.total > 0 ? totals.exteriorBacklogOre / areaM2.total : null;
  const buildingsNote =
    totals.found === totals.buildings
      ? words.totals.addresses(format.number(totals.addresses))
      : words.totals.found(format.number(totals.found));
  return (
    <section aria-label={words.totals.title} className="figures rounded-base border border-line bg-surface">
      <dl
        // What is swiped must also be reached by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="flex snap-x overflow-x-auto lg:grid lg:grid-cols-[1fr_1.35fr_0.85fr_0.9fr_1.15fr_1.5fr]"
      >
        <Total
          label={isExtent ? `${words.totals.buildings} ${words.totals.extent}` : words.totals.buildings}
          value={format.number(totals.buildings)}
          note={buildingsNote}
        />
        <Total
          label={words.totals.area}
          value={format.number(areaM2.total, 0)}
          unit={words.units.m2}
          note={
            areaM2.total === 0 && areaM2.outside > 0
              ? words.totals.outside(format.areaM2(areaM2.outside))
              : words.totals.areaParts(format.number(areaM2.owned, 0), format.number(areaM2.leasedIn, 0))
          }
        />
        <Total
          label={words.totals.let}
          value={format.percent(share(areaM2.let))}
          note={words.totals.letNote(format.areaM2(Math.max(0, areaM2.total - areaM2.let)))}
        />
        <Total
          label={words.totals.digitised}
          value={format.percent(share(areaM2.digitised))}
          note={format.areaM2(areaM2.digitised)}
        />
        <Total
          label={words.totals.backlog}
          value={format.ore(totals.exteriorBacklogOre, "million")}
          note={words.totals.backlogNote(format.ore(rateOre))}
          isLoud
        />
        <ConditionTotal totals={totals} />
      </dl>
    </section>
  );
}

function ConditionTotal({ totals }: { totals: PortfolioTotals }) {
  const words = useWords(portfolio);
  const format = useFormats();
  const worst = totals.byCondition.filter(({ condition }) => (condition ?? 0) >= 5);
  return (
    <div className="flex min-w-56 flex-1 snap-start flex-col px-4 py-2">
      <dt className="text-sm text-ink-soft">{words.totals.condition}</dt>
      <dd className="flex h-7 items-center">
        <ConditionBar shares={totals.byCondition} />
      </dd>
      <dd className="truncate text-sm text-ink-soft">
        {words.totals.worst(format.number(worst.reduce((sum, one) => sum + one.buildings, 0)))}
        {totals.oldestSurveyYear && ` · ${words.totals.oldestSurvey(String(totals.oldestSurveyYear))}`}
      </dd>
    </div>
  );
}

type TotalProps = { label: string; value: string; unit?: string; note: ReactNode; isLoud?: boolean };

function Total({ label, value, unit, note, isLoud }: TotalProps) {
  return (
    <div className="flex min-w-40 snap-start flex-col border-r border-line px-4 py-2 lg:min-w-0">
      <dt className="truncate text-sm text-ink-soft">{label}</dt>
      <dd
        className={`truncate text-lg leading-7 font-semibold tracking-tight xl:text-xl xl:leading-7 ${isLoud ? "text-accent" : ""}`}
      >
        {value}
        {unit && <span className="text-base font-normal tracking-normal text-ink-soft"> {unit}</span>}
      </dd>
      <dd className="truncate text-sm text-ink-soft">{note}</dd>
    </div>
  );
}
