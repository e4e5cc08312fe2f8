import type { Condition, UseGroup } from "../portfolio-row.ts";

/** What a lease that can end leaves to be housed. Areas in m², money in øre a year. */
export interface LeavingLease {
  areaM2: number;
  useGroup: UseGroup;
  yearlyOre: number;
}

/** Free space near by. */
export interface FreeSpace {
  vacantM2: number;
  useGroup: UseGroup;
  condition: Condition | null;
  distanceMeters: number;
}

/** How far people may be moved, in metres, by what they do. Source: the project's domain notes; a judgement. */
export const reachMeters: Record<UseGroup, number> = {
  ...{ daycare: 1_500, school: 1_500, sportCulture: 4_000, socialHealth: 4_000 },
  ...{ administration: 8_000, housingCommercial: 4_000, other: 4_000 },
};

/** Uses that space of one kind serves for another without being built anew. A judgement of the project. */
const serves: Partial<Record<UseGroup, readonly UseGroup[]>> = {
  administration: ["administration", "housingCommercial", "school", "socialHealth"],
  socialHealth: ["socialHealth", "administration", "housingCommercial"],
  sportCulture: ["sportCulture", "school"],
  other: ["other", "administration", "housingCommercial"],
  housingCommercial: ["housingCommercial", "administration"],
};

export type MatchReason =
  | { key: "area"; fit: "whole" | "tight"; vacantM2: number }
  | { key: "use"; fit: "same" | "converted" }
  | { key: "distance"; meters: number }
  | { key: "condition"; condition: Condition | null; fit: "good" | "worn" | "poor" | "unknown" };

export interface SpaceMatch {
  /** 0 to 100: how well it fits, not how much it saves. */
  score: number;
  reasons: MatchReason[];
}

/** Municipalities that move manage with so much less, at most. Source: the project's domain notes (5–10 %). */
const TIGHTEST = 0.9;
const weights = { area: 35, use: 30, distance: 20, condition: 15 };

/**
 * How well free space fits what a lease leaves: enough m² (a tenth less at most), the same use or one that it serves, within
 * reach, and its condition. Null where it does not fit at all. What is far or worn counts less; the reasons say why.
 * @example matchSpace({ areaM2: 500, useGroup: "administration", yearlyOre: 1 }, { vacantM2: 500, useGroup: "administration", condition: 2, distanceMeters: 0 })?.score // 100
 */
export function matchSpace(lease: LeavingLease, space: FreeSpace): SpaceMatch | null {
  const reach = reachMeters[lease.useGroup];
  const isSame = lease.useGroup === space.useGroup;
  const isServed = isSame || (serves[lease.useGroup] ?? []).includes(space.useGroup);
  const isTight = space.vacantM2 < lease.areaM2;
  if (!isServed || space.distanceMeters > reach || space.vacantM2 < lease.areaM2 * TIGHTEST) return null;
  const state = stateOf(space.condition);
  const parts = {
    // Space much larger than what is needed has to be shared with somebody else.
    area: isTight ? 0.6 : Math.max(0.5, Math.min(1, (2 * lease.areaM2) / space.vacantM2)),
    use: isSame ? 1 : 0.4,
    distance: 1 - space.distanceMeters / reach,
    condition: { good: 1, worn: 0.5, poor: 0, unknown: 0.4 }[state],
  };
  const score = Object.entries(weights).reduce(
    (sum, [key, weight]) => sum + weight * parts[key as keyof typeof parts],
    0,
  );
  return {
    score: Math.round(score),
    reasons: [
      { key: "area", fit: isTight ? "tight" : "whole", vacantM2: space.vacantM2 },
      { key: "use", fit: isSame ? "same" : "converted" },
      { key: "distance", meters: space.distanceMeters },
      { key: "condition", condition: space.condition, fit: state },
    ],
  };
}

const stateOf = (condition: Condition | null): "good" | "worn" | "poor" | "unknown" => {
  if (condition === null) return "unknown";
  if (condition <= 3) return "good";
  return condition === 4 ? "worn" : "poor";
};
