import { addDays, type Day } from "../day-count.ts";
import type { HandOverFacts, HandOverField, HandOverKind } from "./hand-over-facts.ts";

/** Why a field is not taken. */
export type HandOverFault =
  | "missing"
  | "notADay"
  | "notANumber"
  | "notAYear"
  | "endBeforeStart"
  | "ended"
  | "absurdArea"
  | "absurdRent"
  | "absurdNotice"
  | "boundBeyondEnd"
  | "postcode"
  | "unknownUse"
  | "unknownUnit"
  | "unknownAdministration"
  | "unknownKey"
  | "positionWrong"
  | "tooLong"
  | "closed"
  | "sameTwice"
  | "handedOverAlready"
  | "overlaps";

/** A field that is not taken: why, and the other lease and the day that the reason speaks of. */
export interface FaultAt {
  field: HandOverField;
  fault: HandOverFault;
  other?: string;
  day?: Day;
}

/** Between a kiosk and the largest hall; between a symbolic rent and more than any office in the city costs a year. */
const plausible = { leastM2: 2, mostM2: 200_000, mostKrPerM2: 20_000, mostNoticeMonths: 120 } as const;

/** What each fact alone allows, and what they say together. */
export function judgeFacts(kind: HandOverKind, facts: HandOverFacts, today: Day, faults: FaultAt[]): void {
  const isNamed = (field: HandOverField) => faults.some((one) => one.field === field);
  const say = (field: HandOverField, fault: HandOverFault, day?: Day) => {
    if (!isNamed(field)) faults.push({ field, fault, ...(day && { day }) });
  };
  const { areaM2, startsOn, lastDay, noticeMonths, nonTerminableUntil, annualRentOre } = facts;
  if (!facts.postcode) say("postcode", "missing");
  if (areaM2 < plausible.leastM2 || areaM2 > plausible.mostM2) say("areaM2", "absurdArea");
  if (
    facts.builtYear !== null &&
    !(Number.isInteger(facts.builtYear) && facts.builtYear > 1000 && facts.builtYear < 2200)
  )
    say("builtYear", "notAYear");
  if (
    facts.bfeNumber !== null &&
    !(Number.isInteger(facts.bfeNumber) && facts.bfeNumber > 0 && facts.bfeNumber < 1e10)
  )
    say("bfeNumber", "notANumber");
  if (kind === "property") return;
  if (!startsOn) say("startsOn", "missing");
  if (startsOn && lastDay && lastDay < startsOn) say("lastDay", "endBeforeStart", startsOn);
  if (lastDay && lastDay < today) say("lastDay", "ended", lastDay);
  // Bound until its end is bound until the day after its last.
  if (nonTerminableUntil && lastDay && nonTerminableUntil > addDays(lastDay, 1))
    say("nonTerminableUntil", "boundBeyondEnd", lastDay);
  if (
    noticeMonths !== null &&
    !(Number.isInteger(noticeMonths) && noticeMonths >= 0 && noticeMonths <= plausible.mostNoticeMonths)
  )
    say("noticeMonths", "absurdNotice");
  if (
    annualRentOre !== null &&
    !(annualRentOre >= 0 && annualRentOre <= areaM2 * plausible.mostKrPerM2 * 100)
  )
    say("annualRent", "absurdRent");
}
