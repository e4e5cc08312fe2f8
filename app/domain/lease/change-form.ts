import { addDays, parseDay, type Day } from "../day.ts";
import { numberIn } from "../typed-number.ts";
import { readPremises, type PremisesPlan } from "./premises-change.ts";
import { changingParties, type ChangingParty, type LeaseChangeKind } from "./change-plan.ts";

/** What is asked of a lease: what, by whom, from when, and the terms that are new. Days as the register keeps them. */
export interface ChangePlan {
  kind: LeaseChangeKind;
  by: ChangingParty;
  receivedOn: Day;
  /** The first day on which it is true: the day after the last of a lease that ends. */
  effectiveOn: Day;
  /** Of an extension: the day after the new last day; null for no end. */
  newEnd: Day | null;
  isComplex: boolean;
  reason: string;
  /** New yearly amounts in øre by line key (`base:capital`), and new months of notice; what is not named stays. */
  rentOre: Record<string, number>;
  landlordNoticeMonths: number | null;
  tenantNoticeMonths: number | null;
  /** Of a change of premises: what is handed back and taken. */
  premises?: PremisesPlan;
}

export type ChangeFault =
  "receivedOn" | "effectiveOn" | "newEnd" | "reason" | "rent" | "months" | "endBeforeStart" | "area";

/** Reads a change as typed. Last days become the day after; faults are names of what is wrong. */
export function readChange(
  kind: LeaseChangeKind,
  fields: Pick<URLSearchParams, "get"> & Iterable<[string, string]>,
  today: Day,
): { plan: ChangePlan | null; faults: ChangeFault[] } {
  const faults: ChangeFault[] = [];
  const text = (name: string) => (fields.get(name) ?? "").trim();
  const receivedOn = text("receivedOn") === "" ? today : parseDay(text("receivedOn"));
  if (!receivedOn) faults.push("receivedOn");
  const typedDay = parseDay(text("effectiveOn"));
  if (!typedDay) faults.push("effectiveOn");
  const isLastDay = kind === "terminate" || kind === "moveOut";
  const effectiveOn = typedDay && (isLastDay ? addDays(typedDay, 1) : typedDay);
  const newLast = text("newEnd") === "" ? null : parseDay(text("newEnd"));
  if (text("newEnd") !== "" && !newLast) faults.push("newEnd");
  if (newLast && effectiveOn && newLast < effectiveOn) faults.push("endBeforeStart");
  if (text("reason") === "") faults.push("reason");
  const months = (name: string) => {
    const value = text(name) === "" ? null : numberIn(text(name));
    const isSound = value === null || (Number.isInteger(value) && value >= 0 && value <= 240);
    if ((text(name) !== "" && value === null) || !isSound) faults.push("months");
    return value;
  };
  const rentOre: Record<string, number> = {};
  for (const [name, value] of fields) {
    if (!name.startsWith("rent.") || value.trim() === "") continue;
    const kroner = numberIn(value);
    if (kroner === null || kroner < 0) faults.push("rent");
    else rentOre[name.slice(5)] = Math.round(kroner * 100);
  }
  const premises = kind === "premises" ? readPremises(fields) : undefined;
  if (premises === null) faults.push("area");
  const landlordNoticeMonths = months("landlordNoticeMonths");
  const tenantNoticeMonths = months("tenantNoticeMonths");
  if (!receivedOn || !effectiveOn || faults.length > 0) return { plan: null, faults: [...new Set(faults)] };
  const plan: ChangePlan = {
    ...{
      kind,
      receivedOn,
      effectiveOn,
      newEnd: newLast && addDays(newLast, 1),
      reason: text("reason").slice(0, 2_000),
    },
    by: changingParties.find((party) => party === text("by")) ?? "both",
    ...{ isComplex: text("isComplex") !== "", rentOre, landlordNoticeMonths, tenantNoticeMonths },
    ...(premises && { premises }),
  };
  return { plan, faults: [] };
}
