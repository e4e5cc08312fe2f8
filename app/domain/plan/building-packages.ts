import type { Assignment, LaidOut } from "./plan-problem.ts";

/** What one building gets done in one year under one site. */
export interface BuildingPackage {
  buildingId: string;
  year: number;
  works: number[];
  /** Of its year, the most saving first, from 1. */
  rank: number;
  /** What doing it that year saves for each krone it takes, against never. */
  yield: number;
  setupOre: number;
}

/**
 * A plan as packages, whoever made it: each building's works of a year belong together, and every planned work lies in
 * exactly one. @example buildingPackages(laid, plan)[0]?.rank // 1
 */
export function buildingPackages(laid: LaidOut, plan: Assignment): BuildingPackage[] {
  const found = new Map<string, { buildingId: string; year: number; works: number[] }>();
  plan.forEach((year, work) => {
    if (year === null) return;
    const { buildingId } = laid.problem.works[work]!;
    const key = `${buildingId} ${year}`;
    const present = found.get(key);
    if (present) present.works.push(work);
    else found.set(key, { buildingId, year, works: [work] });
  });
  const packages = [...found.values()].map(({ buildingId, year, works }) => {
    const setupOre = laid.problem.setupOre[buildingId] ?? 0;
    const spend = works.reduce((sum, work) => sum + laid.spend[work]![year]!, setupOre);
    const saved = works.reduce((sum, work) => sum + laid.never[work]! - laid.burden[work]![year]!, 0);
    const yielded = spend > 0 ? (saved - setupOre * laid.factor[year]!) / spend : 0;
    return { buildingId, year, works, setupOre, yield: yielded };
  });
  packages.sort((a, b) => a.year - b.year || b.yield - a.yield || a.works[0]! - b.works[0]!);
  const ranks = laid.problem.years.map(() => 0);
  return packages.map((found) => ({ ...found, rank: (ranks[found.year]! += 1) }));
}
