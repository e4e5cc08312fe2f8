import { BarChart } from "#app/components/bar-chart.tsx";
import { building as area } from "#app/i18n/building.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { yearOf, type Day } from "#domain/day-count.ts";
import type { BuildingPage } from "./load-building.ts";
import { ReceivedTables } from "./received-table.tsx";
import { Section } from "./section.tsx";

const mostYears = 15;
const ORE_IN_THOUSAND_KR = 100_000;

type MaintenanceProps = Pick<BuildingPage, "upkeep" | "received"> & { id: string; on: Day };

/** What was spent on upkeep each year, the years without any included. */
export function MaintenanceSection({ id, upkeep, received, on }: MaintenanceProps) {
  const words = useWords(area).maintenance;
  const format = useFormats();
  const spent = new Map(upkeep.maintenance.map(({ year, amountOre }) => [year, amountOre]));
  const last = yearOf(on);
  const first = Math.max(upkeep.maintenance[0]?.year ?? last, last - mostYears + 1);
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const totalOre = years.reduce((sum, year) => sum + (spent.get(year) ?? 0), 0);
  return (
    <Section id="maintenance" title={words.title}>
      {upkeep.maintenance.length === 0 ? (
        <p className="text-ink-soft">{words.none}</p>
      ) : (
        <BarChart
          title={words.chart}
          caption={words.caption(format.ore(totalOre))}
          unit={words.unit}
          labelHead={words.year}
          bars={years.map((year) => ({
            label: String(year),
            value: Math.round((spent.get(year) ?? 0) / ORE_IN_THOUSAND_KR),
          }))}
        />
      )}
      {received.years.length > 0 && <ReceivedTables {...{ id, received }} lastYear={last} />}
    </Section>
  );
}
