import { distanceMeters } from "#geo/distance.ts";
import type { Id } from "../../id.ts";
import type { CaseCondition, CaseInputs, CasePremises, CaseScenario, CaseUnit } from "../case-inputs.ts";
import { premisesOf } from "../case-inputs.ts";
import type { RoomFunction } from "../room-function.ts";

/** Why a unit cannot go to premises. */
export type Blocker =
  | { kind: "noRoomFor"; roomFunction: RoomFunction; neededM2: number; thereM2: number }
  | { kind: "tooSmall"; neededM2: number; thereM2: number }
  | { kind: "condition"; conditionId: Id; words: string }
  | { kind: "forbidden" }
  | { kind: "pinnedElsewhere"; premisesId: Id };

/** A rule that can be left out to see whether it is in the way. */
export type Rule =
  | { kind: "condition"; id: Id; words: string }
  | { kind: "pinned" | "forbidden"; unitId: Id; premisesId: Id }
  | { kind: "budget" }
  | { kind: "payback" };

export const ruleKey = (rule: Rule): string =>
  "id" in rule
    ? `condition ${rule.id}`
    : "unitId" in rule
      ? `${rule.kind} ${rule.unitId} ${rule.premisesId}`
      : rule.kind;

export interface PlacingLimits {
  budgetOre: number | null;
  paybackYears: number | null;
}

/** Every rule of a case that is not a matter of room. Soft conditions are prices, not rules. */
export function rulesOf(inputs: CaseInputs, scenario: CaseScenario, limits: PlacingLimits): Rule[] {
  const stands = scenario.placements.flatMap(({ unitId, premisesId, standing }): Rule[] =>
    standing === "assigned" ? [] : [{ kind: standing, unitId, premisesId }],
  );
  const hard = inputs.conditions.filter(({ strength }) => strength === "hard");
  return [
    ...hard.map(({ id, words }): Rule => ({ kind: "condition", id, words })),
    ...stands,
    ...(limits.budgetOre === null ? [] : [{ kind: "budget" } as const]),
    ...(limits.paybackYears === null ? [] : [{ kind: "payback" } as const]),
  ];
}

const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);

/** m² that a unit needs in all: what the case says, or what it uses today where the case says nothing. */
export const neededM2 = ({ needs, today }: CaseUnit): number =>
  needs.length > 0 ? sum(needs.map(({ areaM2 }) => areaM2)) : sum(today.map(({ areaM2 }) => areaM2));

/** Where a unit is today: its place in the base. */
export function todayOf(inputs: CaseInputs, unitId: Id): Id | null {
  const base = inputs.scenarios.find(({ isBase }) => isBase);
  return base ? premisesOf(base, unitId) : null;
}

/** Everything that keeps one unit out of one of the premises, by itself: no others considered. */
export function blockersOf(
  inputs: CaseInputs,
  scenario: CaseScenario,
  unit: CaseUnit,
  premises: CasePremises,
  without: ReadonlySet<string> = new Set(),
): Blocker[] {
  const isOn = (rule: Rule) => !without.has(ruleKey(rule));
  const stands = scenario.placements.filter(({ unitId }) => unitId === unit.id);
  const pin = stands.find(
    ({ standing, premisesId }) =>
      standing === "pinned" && isOn({ kind: "pinned", unitId: unit.id, premisesId }),
  );
  const isForbidden = stands.some(
    ({ standing, premisesId }) =>
      standing === "forbidden" &&
      premisesId === premises.id &&
      isOn({ kind: "forbidden", unitId: unit.id, premisesId }),
  );
  const conditions = inputs.conditions.filter(
    (one) =>
      one.unitId === unit.id &&
      one.strength === "hard" &&
      isOn({ kind: "condition", id: one.id, words: one.words }),
  );
  return [
    ...roomBlockers(unit, premises),
    ...conditions
      .filter((one) => isAgainst(inputs, one, premises))
      .map(({ id, words }): Blocker => ({ kind: "condition", conditionId: id, words })),
    ...(isForbidden ? [{ kind: "forbidden" } as const] : []),
    ...(pin && pin.premisesId !== premises.id
      ? [{ kind: "pinnedElsewhere", premisesId: pin.premisesId } as const]
      : []),
  ];
}

function roomBlockers(unit: CaseUnit, { capacity, areaM2, othersM2 }: CasePremises): Blocker[] {
  const there = Math.max(0, areaM2 - othersM2);
  const needed = neededM2(unit);
  const tooSmall: Blocker[] =
    needed > there + 0.5 ? [{ kind: "tooSmall", neededM2: needed, thereM2: there }] : [];
  if (capacity.length === 0) return tooSmall;
  const missing = unit.needs.flatMap((need): Blocker[] => {
    const has = capacity.find(({ roomFunction }) => roomFunction === need.roomFunction)?.areaM2 ?? 0;
    const wanted = need.mayShare ? Math.min(need.areaM2, 1) : need.areaM2;
    if (wanted <= has + 0.5) return [];
    return [{ kind: "noRoomFor", roomFunction: need.roomFunction, neededM2: need.areaM2, thereM2: has }];
  });
  return [...tooSmall, ...missing];
}

/** Whether being in these premises goes against a condition of one unit. Distances count from where it is today. */
export function isAgainst(inputs: CaseInputs, condition: CaseCondition, premises: CasePremises): boolean {
  const { kind, premisesId, distanceMeters: most } = condition;
  if (kind === "notHere") return premises.id === premisesId;
  if (kind === "onlyHere") return premises.id !== premisesId;
  if (kind !== "within" || most === null) return false;
  const today = inputs.premises.find(({ id }) => id === todayOf(inputs, condition.unitId));
  if (!today?.position || !premises.position || today.id === premises.id) return false;
  return distanceMeters(today.position, premises.position) > most;
}
