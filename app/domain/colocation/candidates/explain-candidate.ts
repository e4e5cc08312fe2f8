import type { Day } from "../../day-count.ts";
import type { Condition } from "../../portfolio-row.ts";
import type { UseSource } from "../../use/use-week.ts";
import { brokenRules, clashesOf, type Candidate } from "./judge-pair.ts";
import { minutesOnFoot } from "./walk.ts";

/** Something that speaks for a candidate or against it, with the numbers that its sentence needs. */
export type CandidateNote =
  | { key: "free"; freeM2: number; neededM2: number }
  | { key: "tight"; freeM2: number; neededM2: number }
  | { key: "quiet"; hours: number }
  | { key: "clash"; hours: number; of: number; first: number }
  | { key: "near" | "far"; meters: number; minutes: number }
  | { key: "catchment"; meters: number; reach: number }
  | { key: "vacates"; areaM2: number; rentOre: number }
  | { key: "staysInUse"; others: number }
  | { key: "leaseSoon" | "leaseLong"; day: Day }
  | { key: "backlog"; ore: number }
  | { key: "sound" | "worn"; condition: Condition }
  | { key: "unsurveyed" | "converted" | "protected" }
  | { key: "apart"; unit: string }
  | { key: "rule" | "wish"; words: string }
  | { key: "estimated"; source: UseSource };

/** A lease that ends within three years fits a move; one with more than five years left costs to leave. A judgement. */
const [soonMonths, longMonths] = [36, 60];
const nearMinutes = 15;

/** Why a candidate is one, and what stands in its way; what forbids it first. */
export function explainCandidate(one: Candidate): { reasons: CandidateNote[]; blockers: CandidateNote[] } {
  return {
    reasons: [...roomReasons(one), ...leavingReasons(one), ...placeReasons(one)],
    blockers: [...stopNotes(one), ...caveats(one)],
  };
}

function roomReasons({ seat, to, way, clashes }: Candidate): CandidateNote[] {
  const room = { freeM2: to.house.vacantM2, neededM2: seat.seat.areaM2 };
  if (way === "space") return room.freeM2 >= room.neededM2 ? [{ key: "free", ...room }] : [];
  return clashes === 0 ? [{ key: "quiet", hours: seat.usedHours }] : [];
}

function leavingReasons({ seat: { from }, vacates }: Candidate): CandidateNote[] {
  if (!vacates) return [];
  const { house, monthsLeft } = from;
  const notes: CandidateNote[] = [{ key: "vacates", areaM2: house.areaM2, rentOre: house.externalRentOre }];
  if (monthsLeft !== null && monthsLeft <= soonMonths)
    notes.push({ key: "leaseSoon", day: house.leaseEndsOn! });
  if (house.backlogOre > 0) notes.push({ key: "backlog", ore: house.backlogOre });
  return notes;
}

function placeReasons({ to, meters }: Candidate): CandidateNote[] {
  const { condition } = to.house;
  const minutes = minutesOnFoot(meters);
  return [
    ...(minutes <= nearMinutes ? [{ key: "near", meters, minutes } as const] : []),
    ...(condition !== null && condition <= 2 ? [{ key: "sound", condition } as const] : []),
  ];
}

function stopNotes(one: Candidate): CandidateNote[] {
  return one.stops.map((stop): CandidateNote => {
    if (stop.key === "clash") return clashNote(one);
    if (stop.key === "catchment")
      return { key: "catchment", meters: one.meters, reach: one.seat.facts.catchmentMeters! };
    return stop;
  });
}

const clashNote = ({ seat, to, clashes }: Candidate): CandidateNote => ({
  ...{ key: "clash", hours: clashes, of: seat.usedHours },
  first: clashesOf(seat, to, to.held!)[0]!,
});

function caveats(one: Candidate): CandidateNote[] {
  const { seat, to, meters, clashes, stops, way, vacates, isConverted } = one;
  const { condition, vacantM2 } = to.house;
  const { monthsLeft, house } = seat.from;
  const minutes = minutesOnFoot(meters);
  const notes: CandidateNote[] = [];
  if (clashes > 0 && !stops.some(({ key }) => key === "clash")) notes.push(clashNote(one));
  if (way === "space" && vacantM2 < seat.seat.areaM2)
    notes.push({ key: "tight", freeM2: vacantM2, neededM2: seat.seat.areaM2 });
  for (const rule of brokenRules(seat, to, meters))
    if (rule.strength === "soft") notes.push({ key: "wish", words: rule.words });
  if (isConverted && way === "space") notes.push({ key: "converted" });
  if (!vacates) notes.push({ key: "staysInUse", others: seat.from.seats.length - 1 });
  if (vacates && monthsLeft !== null && monthsLeft > longMonths)
    notes.push({ key: "leaseLong", day: house.leaseEndsOn! });
  if (minutes > nearMinutes * 2) notes.push({ key: "far", meters, minutes });
  if (condition === null) notes.push({ key: "unsurveyed" });
  if (condition !== null && condition >= 5) notes.push({ key: "worn", condition });
  if (way === "hours" && seat.seat.source === "estimate")
    notes.push({ key: "estimated", source: "estimate" });
  return notes;
}
