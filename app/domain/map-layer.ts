import { fciBands } from "./backlog/facility-condition-index.ts";
import { daysBetween, yearOf, type Day } from "./day-count.ts";
import { useGroups, type Condition, type UseGroup } from "./portfolio-row.ts";

export const mapLayers = [
  "use",
  "administration",
  "condition",
  "estimate",
  "fci",
  "backlog",
  "letting",
  "leaseEnd",
  "leaseDate",
  "surveyAge",
  "trust",
  "utilisation",
  "evening",
] as const;
/** What the map is coloured by. */
export type MapLayer = (typeof mapLayers)[number];

/** What a layer needs to know of a building. Areas in m², money in øre. */
export interface MapSubject {
  useGroup: UseGroup;
  administration: number | null;
  condition: Condition | null;
  exteriorBacklogOre: number;
  areaM2: number;
  letM2: number;
  leaseEndOn: Day | null;
  surveyedOn: Day | null;
  trust: number;
  /** From the building's elements; they come apart from the rest, and only where a layer asks for them. */
  estimatedCondition?: Condition | null;
  fciBand?: number | null;
  /** How the building is used, as shares of its places; it too comes apart, where a layer asks for it. */
  utilisation?: number | null;
  eveningShare?: number | null;
  /** The next day on which one of its leases asks for a decision; fetched where a layer asks for it. */
  leaseDateOn?: Day | null;
}

/** Layers that are of elements: what they show is reckoned from all of a building's, and so fetched only when asked for. */
const isOfElements = (layer: MapLayer): boolean => layer === "estimate" || layer === "fci";

/** What must be fetched beside the buildings before a layer can be shown. @example extraOf("evening") // "use" */
export function extraOf(layer: MapLayer): "elements" | "use" | "dates" | null {
  if (isOfElements(layer)) return "elements";
  if (layer === "leaseDate") return "dates";
  return layer === "utilisation" || layer === "evening" ? "use" : null;
}

/** Upper bounds (exclusive) of the fixed classes of a measured layer; the last class is open. */
export const classBounds = {
  /** Exterior backlog, kr per m²: 0, then to 250, 750, 1,500, 3,000 and above. */
  backlog: [0.5, 250, 750, 1500, 3000],
  /** Let share of the held area. */
  letting: [0.005, 0.5, 0.9, 0.995],
  /** Months until the first lease ends. */
  leaseEnd: [0, 6, 12, 24, 60],
  /** Months until a lease asks for a decision, as dates are warned of: past, then to 3, 6, 12, 18 and above. */
  leaseDate: [0, 3, 6, 12, 18],
  /** Whole years since the last survey: fresh, then past five (yellow) and eight (red). */
  surveyAge: [2, 5, 8],
  /** Hours used × places taken, of the office week's 45 hours. */
  utilisation: [0.2, 0.4, 0.6, 0.8],
  /** Mean share of the places taken after 16 on weekdays; the first class is empty (`emptyBelow`). */
  evening: [0.05, 0.1, 0.25, 0.5],
} as const;

const classAmong = (bounds: readonly number[], value: number): number => {
  const index = bounds.findIndex((bound) => value < bound);
  return index < 0 ? bounds.length : index;
};

/** How many classes a layer has; administrations are counted by the portfolio. */
export const classCount = (layer: MapLayer, administrations: number): number => {
  if (layer === "use") return useGroups.length;
  if (layer === "administration") return administrations;
  if (layer === "condition" || layer === "estimate") return 6;
  if (layer === "fci") return fciBands.length;
  if (layer === "trust") return 5;
  return classBounds[layer].length + 1;
};

/**
 * The class of a building in a layer, 0-based, or null where it is unknown (never surveyed, no lease, no administration).
 * @example classOf("condition", { ...building, condition: 4 }, "2026-11-20") // 3
 */
export function classOf(layer: MapLayer, subject: MapSubject, on: Day): number | null {
  switch (layer) {
    case "use":
      return useGroups.indexOf(subject.useGroup);
    case "administration":
      return subject.administration;
    case "condition":
      return subject.condition === null ? null : subject.condition - 1;
    case "estimate":
      return subject.estimatedCondition == null ? null : subject.estimatedCondition - 1;
    case "fci":
      return subject.fciBand ?? null;
    case "trust":
      return subject.trust;
    case "backlog":
      if (subject.areaM2 <= 0) return null;
      return classAmong(classBounds.backlog, subject.exteriorBacklogOre / 100 / subject.areaM2);
    case "letting":
      return subject.areaM2 > 0 ? classAmong(classBounds.letting, subject.letM2 / subject.areaM2) : null;
    case "leaseEnd":
      if (!subject.leaseEndOn) return null;
      return classAmong(classBounds.leaseEnd, daysBetween(on, subject.leaseEndOn) / 30.4375);
    case "leaseDate":
      if (!subject.leaseDateOn) return null;
      return classAmong(classBounds.leaseDate, daysBetween(on, subject.leaseDateOn) / 30.4375);
    case "utilisation":
      return subject.utilisation == null ? null : classAmong(classBounds.utilisation, subject.utilisation);
    case "evening":
      return subject.eveningShare == null ? null : classAmong(classBounds.evening, subject.eveningShare);
    case "surveyAge":
      return subject.surveyedOn
        ? classAmong(classBounds.surveyAge, yearOf(on) - yearOf(subject.surveyedOn))
        : null;
  }
}
