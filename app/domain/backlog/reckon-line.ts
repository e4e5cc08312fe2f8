import type { ElementUnit } from "../condition/element-type.ts";
import { isPastTarget, type TargetQuality } from "../condition/target-quality.ts";
import type { Day } from "../day.ts";
import type { Id } from "../id.ts";
import type { Condition } from "../portfolio-row.ts";
import { backlogKindOf, remedyOre, type BacklogKind } from "./backlog-line.ts";
import { indexFactor, type IndexFigure } from "./price-index.ts";

/** A remedy as the newest signed survey of its element says it, with the price that holds on the day reckoned. */
export interface RemedyFacts {
  remedyId: Id;
  elementId: Id;
  buildingId: Id;
  quality: TargetQuality;
  scope: "exterior" | "interior";
  unit: ElementUnit;
  workGroup: string;
  condition: Condition;
  quantity: number;
  observedOn: Day;
  purpose: "upkeep" | "modernisation";
  isLumpSum: boolean;
  unitPriceOre: number;
  /** The day whose price level the price has: that of its list, or of the survey for a surveyor's own. */
  priceLevelOn: Day;
  shareToRepair: number;
  recommendedYear: number | null;
  /** What would follow for law and licences if the element failed, 1 to 5. */
  authority: number | null;
}

/** What is the same for every remedy that is reckoned on a day. */
export interface ReckoningBasis {
  on: Day;
  figures: readonly IndexFigure[];
  overheadRate: number;
  horizonYears: number;
}

/** A line of backlog: its kind, its amount in whole øre, and everything that it was reckoned from. */
export interface ReckonedLine extends RemedyFacts {
  kind: BacklogKind;
  indexFactor: number;
  indexMonth: Day | null;
  overheadRate: number;
  amountOre: number;
}

/**
 * What one remedy comes to on a day, or null where it is neither backlog nor a coming need yet. A lump sum takes neither
 * index nor overhead. @example reckonLine(facts, basis)?.amountOre // quantity × share × price × index × (1 + overhead)
 */
export function reckonLine(facts: RemedyFacts, basis: ReckoningBasis): ReckonedLine | null {
  const kind = backlogKindOf(facts, facts, facts.quality, basis.on, basis.horizonYears);
  if (kind === null) return null;
  const { factor, month } = facts.isLumpSum
    ? { factor: 1, month: null }
    : indexFactor(basis.figures, facts.priceLevelOn, basis.on);
  const overheadRate = facts.isLumpSum ? 0 : basis.overheadRate;
  const amountOre = remedyOre(facts.quantity, { ...facts, indexFactor: factor }, overheadRate);
  return { ...facts, kind, indexFactor: factor, indexMonth: month, overheadRate, amountOre };
}

/** The purse that a work draws on before the common one: energy for what makes better, authority for what is demanded. */
export function earmarkOf(lines: readonly ReckonedLine[]): "energy" | "authority" | null {
  if (lines.some(({ kind }) => kind === "modernisation")) return "energy";
  const isDemanded = lines.some(
    ({ condition, authority, quality, scope }) =>
      condition === 6 && (authority ?? 0) >= 4 && isPastTarget(condition, quality, scope),
  );
  return isDemanded ? "authority" : null;
}
