import type { Id } from "../id.ts";
import type { Range } from "../economy/tornado.ts";
import type { CaseInputs } from "./case-inputs.ts";
import {
  priceLevelOf,
  usualCaseAssumptions,
  type AssumptionUnit,
  type CaseAssumptionKey,
  type UsualCaseAssumption,
} from "./usual-assumptions.ts";

/** A value as a case has it: the usual one or its own, for all of it or for one of its premises or units. */
export interface CaseValue extends Range {
  /** The key of the assumption, and after an @ the id of what it speaks of. */
  key: string;
  assumption: CaseAssumptionKey;
  subjectId: Id | null;
  unit: AssumptionUnit;
  source: string;
  owner: string;
  isUsual: boolean;
  isIn2013: boolean;
}

/** How a value is named: a tornado and a knob turn it by this. @example valueKey("energy", null) // "energy" */
export const valueKey = (assumption: string, subjectId: Id | null): string =>
  subjectId ? `${assumption}@${subjectId}` : assumption;

/** Every value a case is reckoned with, the usual ones where it has none of its own. */
export function caseValuesOf(inputs: CaseInputs): CaseValue[] {
  const usual = [...usualCaseAssumptions, priceLevelOf(inputs.case.priceYear)];
  const known = new Map(usual.map((one) => [one.key as string, one]));
  const own = inputs.assumptions.flatMap((one): CaseValue[] => {
    const like = known.get(one.key);
    if (!like) return [];
    const subjectId = one.premisesId ?? one.unitId;
    const { low, base, high, source, owner } = one;
    // What a case says itself is in its own prices.
    return [{ ...shared(like, subjectId), low, base, high, source, owner, isUsual: false, isIn2013: false }];
  });
  const taken = new Set(own.map(({ key }) => key));
  const rest = usual
    .filter(({ key }) => !taken.has(key))
    .map((one): CaseValue => ({ ...one, ...shared(one, null), isUsual: true }));
  return [...rest, ...own];
}

const shared = (like: UsualCaseAssumption, subjectId: Id | null) => ({
  ...{ key: valueKey(like.key, subjectId), assumption: like.key, subjectId, unit: like.unit },
});

/** What a value is, for one of the premises or units where it has its own there. */
export type ValueOf = (assumption: CaseAssumptionKey, subjectId?: Id) => number;

/** Looks values up, in the case's prices. `turned` replaces bases by key: what a draw or a knob says. */
export function lookUp(values: readonly CaseValue[], turned?: ReadonlyMap<string, number>): ValueOf {
  const byKey = new Map(values.map((value) => [value.key, value]));
  const now = (value: CaseValue) => turned?.get(value.key) ?? value.base;
  const level = now(byKey.get("priceLevel")!);
  return (assumption, subjectId) => {
    const value = (subjectId && byKey.get(valueKey(assumption, subjectId))) || byKey.get(assumption)!;
    return now(value) * (value.isIn2013 ? level : 1);
  };
}
