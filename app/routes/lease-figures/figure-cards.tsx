import { BarChart } from "#app/components/bar-chart.tsx";
import { LineChart } from "#app/components/line-chart.tsx";
import { Link } from "#app/components/link.tsx";
import { leaseFigures as area } from "#app/i18n/lease-figures.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import { FigureCard } from "./figure-card.tsx";
import { figureTable, type FigurePart } from "./figure-parts.ts";
import type { LeaseFiguresPage } from "./load-figures.server.ts";

const million = 100_000_000;
/** So many years of expiries are drawn; all of them are in the table. */
const drawnYears = 10;

/** All parts of the figures, the rent roll first. */
export function FigureCards({ page }: { page: LeaseFiguresPage }) {
  const words = useWords(area);
  const locale = useLocale();
  const { on, kind, administration } = page.asked;
  const query = new URLSearchParams({ on, ...(kind && { kind }), ...(administration && { administration }) });
  const part = (key: FigurePart, title: string, caption: string) => ({
    ...{ part: key, title, caption, query: query.toString(), table: figureTable(key, page, locale) },
  });
  const { roll, expiries, rates, vacancy, exposures } = words;
  return (
    <>
      <FigureCard {...part("kinds", roll.title, roll.caption)} />
      <FigureCard {...part("expiries", expiries.title, expiries.caption)}>
        <ExpiryChart page={page} />
      </FigureCard>
      <ForecastCard page={page} part={part} />
      <FigureCard {...part("rates", rates.title, rates.caption)} none={rates.none} />
      <FigureCard {...part("dearest", rates.dearest, rates.dearestCaption)} none={rates.none} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <FigureCard
          {...part("vacancy", vacancy.title, `${vacancy.caption} ${vacancy.asYouSee}`)}
          none={vacancy.none}
        />
        {(["landlords", "addresses", "largest"] as const).map((key) => (
          <FigureCard key={key} {...part(key, exposures[key], exposures.caption)} none={exposures.none} />
        ))}
      </div>
    </>
  );
}

interface ForecastCardProps {
  page: LeaseFiguresPage;
  part: (key: FigurePart, title: string, caption: string) => Parameters<typeof FigureCard>[0];
}

function ForecastCard({ page, part }: ForecastCardProps) {
  const { forecast, columns, millions } = useWords(area);
  const format = useFormats();
  const caption = forecast.caption(format.percent(page.growth));
  return (
    <FigureCard {...part("forecast", forecast.title, caption)}>
      <LineChart
        {...{ title: forecast.title, caption, unit: millions, labelHead: columns.year }}
        labels={page.forecast.map(({ year }) => String(year))}
        lines={[
          { name: columns.goesOn, values: page.forecast.map(({ goesOnOre }) => goesOnOre / million) },
          { name: columns.agreed, values: page.forecast.map(({ agreedOre }) => agreedOre / million) },
        ]}
        write={(value) => format.number(value, 1)}
      />
      <p className="mt-2 text-sm">
        <Link to="/assumptions#leases" className="text-link inline-flex min-h-6 items-center">
          {forecast.setting}
        </Link>
      </p>
    </FigureCard>
  );
}

function ExpiryChart({ page }: { page: LeaseFiguresPage }) {
  const { expiries, columns, millions } = useWords(area);
  const format = useFormats();
  const first = Number(page.asked.on.slice(0, 4));
  const bars = Array.from({ length: drawnYears }, (_, index) => {
    const ofYear = page.figures.expiries.filter(({ year }) => year === first + index);
    const ore = ofYear.reduce((sum, { yearlyOre }) => sum + yearlyOre, 0);
    return { label: String(first + index), value: ore / million };
  });
  return (
    <BarChart
      {...{
        title: expiries.title,
        caption: `${expiries.caption} ${expiries.table}`,
        unit: millions,
        labelHead: columns.year,
        bars,
      }}
      write={(value) => format.number(value, 1)}
    />
  );
}
