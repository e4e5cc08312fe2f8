import { addDays, type Day } from "../day-count.ts";
import { isId, type Id } from "../id.ts";
import { numberIn } from "../typed-number.ts";

/** A space, or so many m² of one that is not divided; null is the whole space. */
export interface SpaceShare {
  spaceId: Id;
  areaM2: number | null;
}

/** What of a lease's premises changes from a day: what is handed back, and what is taken. */
export interface PremisesPlan {
  back: SpaceShare[];
  take: SpaceShare[];
}

/** A space of the buildings that a lease lies in, with who has it when. Days half-open. */
export interface PremiseSpace {
  id: Id;
  number: string;
  building: string;
  buildingId: Id;
  floorId: Id;
  level: number;
  areaM2: number;
  isUndivided: boolean;
  validFrom: Day;
  validTo: Day | null;
  tenancies: readonly {
    lease: string;
    contractId: Id;
    side: "in" | "out";
    validFrom: Day;
    validTo: Day | null;
  }[];
}

/** Reads what is handed back and taken, as typed: `back.SPACE` or `backArea.SPACE`, `take.SPACE` or `takeArea.SPACE`; null where an area is none. */
export function readPremises(fields: Iterable<[string, string]>): PremisesPlan | null {
  const plan: PremisesPlan = { back: [], take: [] };
  const typed = new Map([...fields].filter(([, value]) => value.trim() !== ""));
  for (const [name, value] of typed) {
    const [what = "", spaceId = ""] = name.split(".");
    const [, way, isArea] = /^(back|take)(Area)?$/.exec(what) ?? [];
    // Whoever ticks the whole space means that, whatever stands beside it.
    if (!way || !isId(spaceId) || (isArea && typed.has(`${way}.${spaceId}`))) continue;
    const areaM2 = isArea ? areaIn(value.trim()) : null;
    if (Number.isNaN(areaM2)) return null;
    plan[way as keyof PremisesPlan].push({ spaceId, areaM2 });
  }
  return plan;
}

/** m² with two decimals at most; NaN where it is no area. */
function areaIn(text: string): number {
  const value = numberIn(text);
  return value !== null && value > 0 && value < 1_000_000 ? Math.round(value * 100) / 100 : NaN;
}

export interface ChangedLease {
  id: Id;
  side: "in" | "out";
  /** The first day of the change, and the day after the lease's last; null while open-ended. */
  on: Day;
  until: Day | null;
}

export interface PremisesFault {
  refusal: "notHeld" | "noSpace" | "taken" | "tooMuch" | "nothingLeft" | "sublet" | "nothingNew";
  lease?: string;
  day?: Day | null;
  place?: string;
  areaM2?: number;
}

interface Period {
  validFrom: Day;
  validTo: Day | null;
}

const runsInto = (period: Period, { on, until }: ChangedLease): boolean =>
  (period.validTo === null || period.validTo > on) && (until === null || period.validFrom < until);

/** Whether a space is there on the day, and for as long as the lease runs. */
export const isThere = (space: PremiseSpace, { on, until }: ChangedLease): boolean =>
  space.validFrom <= on && (space.validTo === null || (until !== null && space.validTo >= until));

/** Whether the lease has a space on the day of the change. */
export const holds = (space: PremiseSpace, { id, on }: ChangedLease): boolean =>
  space.tenancies.some(
    (one) => one.contractId === id && one.validFrom <= on && (one.validTo === null || one.validTo > on),
  );

/** Who has a space, or will, on the side that the lease would have it on; null where it is free to the lease's end. */
export const takerOf = (space: PremiseSpace, lease: ChangedLease) =>
  space.tenancies.find((one) => one.side === lease.side && runsInto(one, lease)) ?? null;

/**
 * Why premises cannot change as planned, with the place, the lease and the day it meets; null where they can: what is handed back
 * must be the lease's that day and let to nobody else, what is taken must exist and be free to the lease's end, and something is left.
 * @example judgePremises({ back: [], take: [{ spaceId: taken, areaM2: null }] }, spaces, lease) // { refusal: "taken", lease: "KEJD-I-7", ... }
 */
export function judgePremises(
  plan: PremisesPlan,
  spaces: readonly PremiseSpace[],
  lease: ChangedLease,
): PremisesFault | null {
  if (plan.back.length + plan.take.length === 0) return { refusal: "nothingNew" };
  const back = plan.back.map((one) => backFault(one, spaces, lease)).find(Boolean);
  if (back) return back;
  const take = plan.take.map((one) => takeFault(one, spaces, lease)).find(Boolean);
  if (take) return take;
  const whole = new Set(plan.back.filter(({ areaM2 }) => areaM2 === null).map(({ spaceId }) => spaceId));
  const kept = spaces.filter((space) => holds(space, lease) && !whole.has(space.id));
  return kept.length === 0 && plan.take.length === 0 ? { refusal: "nothingLeft" } : null;
}

/** Only some of what cannot be parted, or not less than all of it. */
const isTooMuch = (space: PremiseSpace, { areaM2 }: SpaceShare): boolean =>
  areaM2 !== null && (!space.isUndivided || areaM2 >= space.areaM2);

function backFault(
  share: SpaceShare,
  spaces: readonly PremiseSpace[],
  lease: ChangedLease,
): PremisesFault | null {
  const space = spaces.find(({ id }) => id === share.spaceId);
  if (!space || !holds(space, lease))
    return { refusal: "notHeld", place: space?.number ?? "", day: lease.on };
  const { number: place, areaM2 } = space;
  if (isTooMuch(space, share)) return { refusal: "tooMuch", place, areaM2 };
  const other = space.tenancies.find((one) => one.side !== lease.side && runsInto(one, lease));
  // What we rent and have let on must be given notice to those who have it; what we let is ours to have back.
  return lease.side === "in" && other
    ? { refusal: "sublet", lease: other.lease, day: other.validTo && addDays(other.validTo, -1), place }
    : null;
}

function takeFault(
  share: SpaceShare,
  spaces: readonly PremiseSpace[],
  lease: ChangedLease,
): PremisesFault | null {
  const space = spaces.find(({ id }) => id === share.spaceId);
  if (!space || !isThere(space, lease))
    return { refusal: "noSpace", place: space?.number ?? "", day: lease.on };
  const { number: place, areaM2 } = space;
  const other = takerOf(space, lease);
  if (other) return { refusal: "taken", lease: other.lease, day: other.validFrom, place };
  return isTooMuch(space, share) ? { refusal: "tooMuch", place, areaM2 } : null;
}

/** By how many m² the lease grows; below nothing where it shrinks. @example areaChange(plan, spaces) // -200 */
export function areaChange({ back, take }: PremisesPlan, spaces: readonly PremiseSpace[]): number {
  const areaOf = ({ spaceId, areaM2 }: SpaceShare) =>
    areaM2 ?? spaces.find(({ id }) => id === spaceId)?.areaM2 ?? 0;
  const sum = (shares: readonly SpaceShare[]) => shares.reduce((all, share) => all + areaOf(share), 0);
  return Math.round((sum(take) - sum(back)) * 100) / 100;
}
