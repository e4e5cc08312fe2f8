import type { Id } from "#domain/id.ts";
import type { ReferenceFigureRow } from "./rows.ts";

type Figure = readonly [key: string, value: number, valueTo: number | null, unit: string, place: string];

/**
 * What the report says of the city that is not data of the portfolio: cited wherever it is shown. Values in the unit
 * named; kr are kroner. `mature-fm-tasks` is a lower bound ("more than").
 * Source: Rapport om tværgående enheder, juni 2013, chapter 2.
 */
const figures: readonly Figure[] = [
  ["fm-spend-yearly", 1_400_000_000, null, "kr/year", "afsnit 2.3, tabel 4 (ca. 1,4 mia. kr. årligt)"],
  ["fm-saving-potential", 42_000_000, 70_000_000, "kr/year", "afsnit 2.5, tredje udviklingstrin"],
  ["fm-saving-potential-share", 3, 5, "%", "afsnit 2.5, tredje udviklingstrin"],
  ["mature-fm-tasks", 700_000_000, null, "kr/year", "afsnit 2.5, tredje udviklingstrin (over 700 mio. kr.)"],
  ["fm-resources-decentral", 94, null, "%", "afsnit 2.3, tabel 4"],
  ["satisfied-acute-repair", 34, null, "%", "afsnit 2.3, tabel 4"],
  ["dissatisfied-exterior-upkeep", 64, null, "%", "afsnit 2.3, tabel 4"],
  ["dissatisfied-rent-collection", 23, null, "%", "afsnit 2.3, tabel 4"],
  ["daycare-construction-before", 33, 53, "months", "afsnit 2.3, tabel 4"],
  ["daycare-construction-after", 30, null, "months", "afsnit 2.3, tabel 4 (ca. 30 måneder)"],
  ["payback-required", 6, null, "years", "afsnit 2.5"],
  ["building-life", 100, null, "years", "afsnit 2.5 (op til 100 år)"],
];

/** The rows of `reference_figure`. */
export const referenceFigures = (organisationId: Id): ReferenceFigureRow[] =>
  figures.map(([key, value, valueTo, unit, place]) => ({
    organisationId,
    key,
    value,
    valueTo,
    unit,
    source: `Rapport om tværgående enheder, juni 2013, kapitel 2, ${place}`,
    asOf: "2013-06-01",
  }));
