import { leaseFigures as area } from "#app/i18n/lease-figures.ts";
import { leases } from "#app/i18n/leases.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { portfolio } from "#app/i18n/portfolio.ts";
import type { Expiry, Exposure } from "#db/queries/lease/summarise-leases.ts";
import type { LeaseFiguresPage } from "./load-figures.server.ts";

export const figureParts = [
  "kinds",
  "expiries",
  "rates",
  "dearest",
  "vacancy",
  "forecast",
  "landlords",
  "addresses",
  "largest",
] as const;
export type FigurePart = (typeof figureParts)[number];

/** How the values of a column are written: an amount in øre (or told in millions), a plain number, a share of one, a year, or text. */
export type FigureColumn = { header: string; kind: "text" | "number" | "ore" | "million" | "share" | "year" };
export interface FigureRow {
  cells: (string | number | null)[];
  /** Where the row opens to what it is made of. */
  to?: string;
}
export interface FigureTableData {
  columns: FigureColumn[];
  rows: FigureRow[];
}

const text = (header: string): FigureColumn => ({ header, kind: "text" });
const number = (header: string): FigureColumn => ({ header, kind: "number" });
const ore = (header: string): FigureColumn => ({ header, kind: "ore" });
const million = (header: string): FigureColumn => ({ header, kind: "million" });
const share = (header: string): FigureColumn => ({ header, kind: "share" });
const year = (header: string): FigureColumn => ({ header, kind: "year" });

/** One part of the figures as a table, the same on the page and in a file. */
export function figureTable(part: FigurePart, page: LeaseFiguresPage, locale: Locale): FigureTableData {
  return tables[part](page, locale);
}

type Table = (page: LeaseFiguresPage, locale: Locale) => FigureTableData;

/** The list of leases, as of the same day and of the same kind and administration. */
function opening({ asked }: LeaseFiguresPage, more: Record<string, string | null>): string {
  const params = new URLSearchParams({ on: asked.on });
  const all = { kind: asked.kind, administration: asked.administration, ...more };
  for (const [key, value] of Object.entries(all)) if (value !== null) params.set(key, value);
  return `/leases?${params}`;
}

const rate = (yearlyOre: number, areaM2: number) => (areaM2 > 0 ? yearlyOre / areaM2 : null);

const kinds: Table = (page, locale) => {
  const { columns: heads } = area[locale];
  return {
    columns: [text(heads.kind), number(heads.count), number(heads.area), ore(heads.rent), ore(heads.rate)],
    rows: page.figures.kinds.map(({ kind, count, areaM2, yearlyOre }) => ({
      cells: [leases[locale].kinds[kind], count, areaM2, yearlyOre, rate(yearlyOre, areaM2)],
      to: opening(page, { kind }),
    })),
  };
};

const yearsOf = (expiries: readonly Expiry[]): (number | null)[] => {
  const years = [...new Set(expiries.map(({ year: one }) => one))];
  return years.sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
};

const expiries: Table = (page, locale) => {
  const words = area[locale];
  const { expiries: all } = page.figures;
  const codes = [...new Set(all.flatMap(({ administration }) => administration ?? []))].sort();
  const total = (some: Expiry[], key: "count" | "areaM2" | "yearlyOre") =>
    some.reduce((sum, one) => sum + one[key], 0);
  return {
    columns: [
      ...[year(words.columns.year), number(words.columns.count), number(words.columns.area)],
      ...[ore(words.columns.rent), ...codes.map(million)],
    ],
    rows: yearsOf(all).map((one) => {
      const ofYear = all.filter((expiry) => expiry.year === one);
      const of = (code: string) =>
        total(
          ofYear.filter(({ administration }) => administration === code),
          "yearlyOre",
        );
      return {
        cells: [
          ...[one ?? words.expiries.never, total(ofYear, "count"), total(ofYear, "areaM2")],
          ...[total(ofYear, "yearlyOre"), ...codes.map(of)],
        ],
        to: opening(page, { ends: one === null ? "never" : String(one) }),
      };
    }),
  };
};

const rates: Table = (page, locale) => {
  const { columns: heads } = area[locale];
  return {
    columns: [
      ...[text(heads.kind), text(heads.use), number(heads.count)],
      ...[ore(heads.low), ore(heads.middle), ore(heads.high)],
    ],
    rows: page.figures.rates.map(({ kind, useGroup, count, lowOre, middleOre, highOre }) => ({
      cells: [
        ...[leases[locale].kinds[kind], portfolio[locale].uses[useGroup], count],
        ...[lowOre, middleOre, highOre],
      ],
      to: opening(page, { kind, use: useGroup }),
    })),
  };
};

const dearest: Table = (page, locale) => {
  const { columns: heads } = area[locale];
  return {
    columns: [
      ...[text(heads.lease), text(heads.party), text(heads.use)],
      ...[ore(heads.rate), ore(heads.middle), ore(heads.above)],
    ],
    rows: page.figures.dearest.map((lease) => ({
      cells: [
        ...[lease.number, lease.party, portfolio[locale].uses[lease.useGroup]],
        ...[lease.rateOre, lease.middleOre, lease.aboveOre],
      ],
      to: `/leases/${lease.id}`,
    })),
  };
};

const vacancy: Table = (page, locale) => {
  const { columns: heads } = area[locale];
  return {
    columns: [
      text(heads.use),
      number(heads.vacant),
      number(heads.whole),
      share(heads.share),
      ore(heads.cost),
    ],
    rows: page.vacancy.map(({ useGroup, vacantM2, areaM2, share: part, costOre }) => ({
      cells: [portfolio[locale].uses[useGroup], vacantM2, areaM2, part, costOre],
      to: `/leases/vacancy?${new URLSearchParams({ on: page.asked.on, use: useGroup })}`,
    })),
  };
};

const forecast: Table = (page, locale) => {
  const { columns: heads } = area[locale];
  return {
    columns: [year(heads.year), ore(heads.goesOn), ore(heads.agreed)],
    rows: page.forecast.map((one) => ({ cells: [one.year, one.goesOnOre, one.agreedOre] })),
  };
};

const exposed =
  (
    key: "landlords" | "addresses" | "largest",
    to: (page: LeaseFiguresPage, row: Exposure) => string,
  ): Table =>
  (page, locale) => {
    const { columns: heads } = area[locale];
    return {
      columns: [text(heads.name), number(heads.count), number(heads.area), ore(heads.rent)],
      rows: page.figures[key].map((row) => ({
        cells: [row.name, row.count, row.areaM2, row.yearlyOre],
        to: to(page, row),
      })),
    };
  };

const tables: Record<FigurePart, Table> = {
  ...{ kinds, expiries, rates, dearest, vacancy, forecast },
  landlords: exposed("landlords", (page, { key }) => opening(page, { kind: "thirdPartyIn", party: key })),
  addresses: exposed("addresses", (page, { key }) => opening(page, { address: key })),
  largest: exposed("largest", (_, { key }) => `/leases/${key}`),
};
