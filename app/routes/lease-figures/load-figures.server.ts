import type { Db } from "#db/client.server.ts";
import { getAssumptions } from "#db/queries/condition/get-assumptions.ts";
import { listVacancy, sumPortfolioArea } from "#db/queries/lease/list-vacancy.ts";
import { summariseLeases, type FiguresAsked } from "#db/queries/lease/summarise-leases.ts";
import type { Actor } from "#domain/actor.ts";
import { assumed } from "#domain/condition/assumption.ts";
import { parseDay, yearOf, type Day } from "#domain/day.ts";
import { forecastRent } from "#domain/lease/forecast-rent.ts";
import { leaseKinds } from "#domain/lease/lease-search.ts";
import { vacancyBy } from "#domain/lease/vacancy.ts";

const forecastYears = 10;

/** What the address asks for; what cannot be read counts as not given. */
export function readFiguresAsked(params: URLSearchParams, today: Day): FiguresAsked {
  const administration = (params.get("administration") ?? "").trim();
  return {
    on: parseDay(params.get("on")) ?? today,
    kind: leaseKinds.find((kind) => kind === params.get("kind")) ?? null,
    administration: /^[\wÆØÅæøå-]{1,40}$/.test(administration) ? administration : null,
  };
}

export type LeaseFiguresPage = Awaited<ReturnType<typeof loadFigures>>;

/** All figures of leases as of a day. Vacancy is of the whole portfolio: m² that nobody rents are in no lease. */
export async function loadFigures(db: Db, actor: Actor, asked: FiguresAsked) {
  const { on } = asked;
  const [figures, internal, vacant, areas, assumptions] = await Promise.all([
    summariseLeases(db, actor, asked),
    summariseLeases(db, actor, { on, kind: "internal", administration: null }),
    listVacancy(db, actor, on),
    sumPortfolioArea(db, actor, on),
    getAssumptions(db, actor.organisationId, on),
  ]);
  const growth = assumed(assumptions, "leaseRentGrowth");
  const middle = new Map(internal.rates.map(({ useGroup, middleOre }) => [useGroup, middleOre]));
  return {
    ...{ asked, figures, growth },
    vacancy: vacancyBy(vacant, areas, middle),
    forecast: forecastRent(figures.ending, { from: yearOf(on), years: forecastYears, growth }),
  };
}
