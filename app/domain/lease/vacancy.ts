import type { UseGroup } from "../portfolio-row.ts";

/** What is let to nobody among buildings of a use: m², the share of all their m², and what it would bring a year. */
export interface Vacancy {
  useGroup: UseGroup;
  vacantM2: number;
  areaM2: number;
  share: number;
  /** Null where too few leases tell what a square metre brings. */
  costOre: number | null;
}

/**
 * Vacancy by use. Its cost is the rent that is not had: the m² times the middle of what internal leases of that use pay for
 * one. Running costs come on top. A judgement of the project.
 * @example vacancyBy([{ useGroup: "school", vacantM2: 100 }], [{ useGroup: "school", areaM2: 1000 }], new Map([["school", 500_00]]))[0].costOre
 * // 50_000_00
 */
export function vacancyBy(
  vacant: readonly { useGroup: UseGroup; vacantM2: number }[],
  areas: readonly { useGroup: UseGroup; areaM2: number }[],
  middleOre: ReadonlyMap<UseGroup, number>,
): Vacancy[] {
  return areas
    .map(({ useGroup, areaM2 }) => {
      const vacantM2 = vacant
        .filter((one) => one.useGroup === useGroup)
        .reduce((sum, one) => sum + one.vacantM2, 0);
      const rate = middleOre.get(useGroup);
      return {
        ...{ useGroup, areaM2, vacantM2, share: areaM2 > 0 ? vacantM2 / areaM2 : 0 },
        costOre: rate === undefined ? null : Math.round(rate * vacantM2),
      };
    })
    .filter(({ vacantM2 }) => vacantM2 > 0)
    .sort((a, b) => b.vacantM2 - a.vacantM2);
}
