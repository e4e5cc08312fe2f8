import type { UseGroup } from "../../portfolio-row.ts";

/** What a kind of unit does, as far as finding it other premises is concerned. */
export interface KindFacts {
  group: UseGroup;
  /** How far its users come, in metres as the crow flies; null where it serves nobody in particular from near by. */
  catchmentMeters: number | null;
  /** Houses of another use that can be converted for it. */
  converts: readonly UseGroup[];
  /** Kinds whose users it must not be mixed with. */
  apartFrom: readonly string[];
  /** Whether others can use its rooms in other hours: nobody shares rooms where people live, or a store. */
  sharesHours: boolean;
}

const children = ["daycare", "school", "youthClub"];
const exposed = ["shelter", "crisisCentre", "residentialCare"];

const of = (
  group: UseGroup,
  catchmentMeters: number | null,
  converts: readonly UseGroup[] = [],
  apartFrom: readonly string[] = [],
): KindFacts => ({ group, catchmentMeters, converts, apartFrom, sharesHours: true });

const alone = (facts: KindFacts): KindFacts => ({ ...facts, sharesHours: false });

const desk = ["administration", "socialHealth", "housingCommercial", "school"] as const;
const near = 1_500;
const citizens = 4_000;

/**
 * Catchments: 1.5 km for children, 4 km where citizens come, none for offices (the project's domain notes, section 6). What
 * can be converted and who is kept apart is a judgement of the portal's own.
 */
const kinds: Record<string, KindFacts> = {
  daycare: of("daycare", near, ["school"], exposed),
  school: of("school", near, [], exposed),
  youthClub: of("sportCulture", near, ["school", "daycare"], exposed),
  sportsCentre: of("sportCulture", citizens, ["school"]),
  cultureCentre: of("sportCulture", citizens, ["school", "administration"]),
  library: of("sportCulture", citizens, ["administration", "school"]),
  healthCentre: of("socialHealth", citizens, ["administration", "housingCommercial"]),
  careHome: alone(of("socialHealth", citizens, [], exposed)),
  homeCare: alone(of("socialHealth", null, ["administration", "housingCommercial"])),
  shelter: alone(of("socialHealth", citizens, ["housingCommercial"], children)),
  crisisCentre: alone(of("socialHealth", citizens, ["housingCommercial"], children)),
  residentialCare: alone(of("socialHealth", citizens, ["housingCommercial"], children)),
  jobCentre: of("administration", citizens, ["socialHealth", "housingCommercial"]),
  citizenService: of("administration", citizens, ["socialHealth", "housingCommercial", "sportCulture"]),
  office: of("administration", null, desk.slice(1)),
  depot: alone(of("other", null, ["housingCommercial"])),
};

/** @example factsOfKind("daycare").catchmentMeters // 1500; an unknown kind is taken as one that citizens come to */
export const factsOfKind = (kind: string): KindFacts => kinds[kind] ?? of("other", citizens);

/** Whether users of two kinds are kept apart, whichever of them says so. @example areApart("shelter", "school") // true */
export const areApart = (one: string, other: string): boolean =>
  factsOfKind(one).apartFrom.includes(other) || factsOfKind(other).apartFrom.includes(one);
