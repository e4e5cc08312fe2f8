import { addYears, type Day } from "../day-count.ts";

/** A rise that comes in equal yearly steps: from an amount before to the agreed one, the first step on a day. */
export interface PhaseIn {
  fromYearlyOre: number;
  firstStepOn: Day;
  years: number;
}

/** The days on which a phase-in takes a step. */
export const phaseInDays = ({ firstStepOn, years }: PhaseIn): Day[] =>
  Array.from({ length: years }, (_, step) => addYears(firstStepOn, step));

/**
 * The yearly amount on a day while it is phased in, in øre, not rounded; the agreed amount once all steps are taken.
 * @example phasedIn(400, { fromYearlyOre: 100, firstStepOn: "2026-01-01", years: 3 }, "2027-05-01") // 300
 */
export function phasedIn(agreedOre: number, phaseIn: PhaseIn | null, on: Day): number {
  if (!phaseIn) return agreedOre;
  const taken = phaseInDays(phaseIn).filter((day) => day <= on).length;
  return phaseIn.fromYearlyOre + ((agreedOre - phaseIn.fromYearlyOre) * taken) / phaseIn.years;
}
