import { ModelBuilder, type SparseModel } from "../optimise/sparse-model.ts";
import type { Assignment, LaidOut } from "./plan-problem.ts";

/** Millions of kroner: what the solver reckons in, so that its tolerances mean something. */
const million = 1e8;

/** A plan as a mixed-integer model, and the way between its columns and a plan. */
export interface PlanModel {
  model: SparseModel;
  /** Columns that say a plan, to start the solver from. */
  startFrom: (plan: Assignment) => number[];
  /** The plan that columns say. */
  read: (values: ArrayLike<number>) => Assignment;
}

interface Columns {
  /** By work and year; null where the work may not lie. */
  done: (number | null)[][];
  /** By building, then year. */
  open: Map<string, number[]>;
  /** By earmark, then year: how much its purse pays. */
  own: Map<string, number[]>;
}

/** The whole plan as x (work k in year t), y (site open at building b in year t) and what earmarked purses pay. */
export function planModel(laid: LaidOut): PlanModel {
  const builder = new ModelBuilder();
  const columns = addColumns(builder, laid);
  addPlacing(builder, laid, columns);
  laid.problem.years.forEach((_, year) => addBudget(builder, laid, columns, year));
  builder.model.offset = laid.never.reduce((sum, never) => sum + never / million, 0);
  return {
    model: builder.model,
    startFrom: (plan) => startFrom(builder.model, laid, columns, plan),
    read: (values) =>
      columns.done.map((years) => {
        const year = years.findIndex((column) => column !== null && values[column]! > 0.5);
        return year < 0 ? null : year;
      }),
  };
}

function addColumns(builder: ModelBuilder, laid: LaidOut): Columns {
  const { works, years, setupOre, pinned, forbidden } = laid.problem;
  const banned = new Set(forbidden);
  const done = works.map(({ id }, work) =>
    years.map((_, year) => {
      if (banned.has(id) || (pinned[id] ?? year) !== year) return null;
      return builder.addChoice((laid.burden[work]![year]! - laid.never[work]!) / million);
    }),
  );
  const openings = (building: string) =>
    years.map((_, year) => builder.addChoice(((setupOre[building] ?? 0) * laid.factor[year]!) / million));
  const open = new Map([...laid.worksOf.keys()].map((building) => [building, openings(building)]));
  const earmarks = new Set(years.flatMap(({ earmarksOre }) => Object.keys(earmarksOre)));
  const purses = (earmark: string) =>
    years.map(({ earmarksOre }) => builder.addColumn(0, 0, (earmarksOre[earmark] ?? 0) / million));
  return { done, open, own: new Map([...earmarks].map((earmark) => [earmark, purses(earmark)])) };
}

/** Each work at most once (pinned: exactly once), and never without an open site. */
function addPlacing(builder: ModelBuilder, { problem }: LaidOut, { done, open }: Columns): void {
  problem.works.forEach(({ id, buildingId }, work) => {
    const years = done[work]!.flatMap((column, year) => (column === null ? [] : [{ column, year }]));
    if (years.length === 0) return;
    const isPinned = problem.pinned[id] !== undefined;
    builder.addRow(
      years.map(({ column }) => [column, 1]),
      isPinned ? 1 : -Infinity,
      1,
    );
    for (const { column, year } of years)
      builder.addRow([[column, 1] as const, [open.get(buildingId)![year]!, -1] as const], -Infinity, 0);
  });
}

/** What a year spends, less what earmarked purses pay, stays within the common purse; a purse pays its own works only. */
function addBudget(builder: ModelBuilder, laid: LaidOut, { done, open, own }: Columns, year: number): void {
  const { works, setupOre, years } = laid.problem;
  const { budgetOre, earmarksOre } = years[year]!;
  const spends = works.flatMap(({ earmark }, work) => {
    const column = done[work]![year];
    if (column === null || column === undefined) return [];
    return [{ earmark, entry: [column, laid.spend[work]![year]! / million] as const }];
  });
  const setups = [...open].map(
    ([building, opened]) => [opened[year]!, (setupOre[building] ?? 0) / million] as const,
  );
  const paid = [...own.values()].map((purses) => [purses[year]!, -1] as const);
  const common = budgetOre - Object.values(earmarksOre).reduce((sum, ore) => sum + ore, 0);
  builder.addRow([...spends.map(({ entry }) => entry), ...setups, ...paid], -Infinity, common / million);
  for (const [earmark, purses] of own) {
    const its = spends
      .filter((spend) => spend.earmark === earmark)
      .map(({ entry }) => [entry[0], -entry[1]] as const);
    builder.addRow([[purses[year]!, 1] as const, ...its], -Infinity, 0);
  }
}

function startFrom(
  model: SparseModel,
  laid: LaidOut,
  { done, open, own }: Columns,
  plan: Assignment,
): number[] {
  const values = model.cost.map(() => 0);
  const spent = new Map<string, number[]>();
  plan.forEach((year, work) => {
    if (year === null) return;
    const { buildingId, earmark } = laid.problem.works[work]!;
    values[done[work]![year]!] = 1;
    values[open.get(buildingId)![year]!] = 1;
    if (earmark === null) return;
    const its = spent.get(earmark) ?? laid.problem.years.map(() => 0);
    its[year]! += laid.spend[work]![year]! / million;
    spent.set(earmark, its);
  });
  for (const [earmark, purses] of own)
    purses.forEach((column, year) => {
      values[column] = Math.min(model.upper[column]!, spent.get(earmark)?.[year] ?? 0);
    });
  return values;
}
