import type { MultiPolygonCoordinates } from "#geo/polygon.ts";
import type { Day } from "../day-count.ts";
import { faultOfPlace } from "../register-import/judge-place.ts";
import type { HandOverFacts, HandOverKind } from "./hand-over-facts.ts";

/** What stands in the way of a take-over from a day. */
export type TakeOverFault =
  | "dayMissing"
  | "dayInFuture"
  | "beforeStart"
  | "afterEnd"
  | "useMissing"
  | "positionMissing"
  | "inTheSea"
  | "outsideMunicipality"
  | "lessorMissing"
  | "rentMissing";

interface Asked {
  kind: HandOverKind;
  facts: HandOverFacts;
  /** Whether the register has it: then it knows where it stands and what it is. */
  isKnown: boolean;
  from: Day | null;
  today: Day;
  outline: MultiPolygonCoordinates | null;
}

/** All that must be put right before KEjd can take over from a day; nothing where it can.
 *  @example judgeTakeOver({ kind: "lease", facts, isKnown: true, from: "2026-11-01", today: "2026-11-28", outline: null }) // [] */
export function judgeTakeOver({ kind, facts, isKnown, from, today, outline }: Asked): TakeOverFault[] {
  const faults: TakeOverFault[] = [];
  if (!from) faults.push("dayMissing");
  else if (from > today) faults.push("dayInFuture");
  if (from && facts.startsOn && from < facts.startsOn) faults.push("beforeStart");
  if (from && facts.lastDay && from > facts.lastDay) faults.push("afterEnd");
  if (kind === "lease" && !facts.counterparty) faults.push("lessorMissing");
  if (kind === "lease" && facts.annualRentOre === null) faults.push("rentMissing");
  if (isKnown) return faults;
  if (!facts.useCode) faults.push("useMissing");
  if (!facts.position) return [...faults, "positionMissing"];
  const place = faultOfPlace({ position: facts.position, footprint: null }, { outline });
  return place === "inTheSea" || place === "outsideMunicipality" ? [...faults, place] : faults;
}
