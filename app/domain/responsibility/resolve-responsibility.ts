import type { ResponsibilityQuestion, ResponsibilityRule } from "./responsibility-rule.ts";
import { ruleLevels } from "./terms.ts";

const isMet = (rule: ResponsibilityRule, asked: ResponsibilityQuestion): boolean =>
  rule.validFrom <= asked.on &&
  (rule.validTo === null || asked.on < rule.validTo) &&
  (rule.itemCode === null || rule.itemCode === asked.itemCode) &&
  (rule.location === null || rule.location === asked.location) &&
  (rule.cause === null || rule.cause === asked.cause) &&
  (rule.tenure === null || rule.tenure === asked.tenure) &&
  (rule.level !== "administration" || rule.administrationId === asked.administrationId) &&
  (rule.level !== "lease" || (rule.contractId !== null && asked.contractIds.includes(rule.contractId)));

/**
 * How closely a rule speaks of the matter: its level first, then whether it names the item, the place, the cause and
 * the tenure, each worth more than all that follow. No two rules of one level that hold on one day weigh the same
 * unless they belong to two leases of one place.
 */
const weightOf = (rule: ResponsibilityRule): number =>
  ruleLevels.indexOf(rule.level) * 16 +
  (rule.itemCode === null ? 0 : 8) +
  (rule.location === null ? 0 : 4) +
  (rule.cause === null ? 0 : 2) +
  (rule.tenure === null ? 0 : 1);

/**
 * Every rule that speaks of the matter, the one that answers first: lease clause before administration agreement before
 * default, and within a level the one that says most. Two leases that answer alike are told apart by the later day, then
 * by id, so that the order never depends on the order of the rows.
 */
export function rankRules(
  rules: readonly ResponsibilityRule[],
  asked: ResponsibilityQuestion,
): ResponsibilityRule[] {
  const met = rules.filter((rule) => isMet(rule, asked));
  return met.sort(
    (a, b) => weightOf(b) - weightOf(a) || b.validFrom.localeCompare(a.validFrom) || (a.id < b.id ? -1 : 1),
  );
}

/**
 * The rule that answers. Null is a gap in the matrix: the service desk takes the case.
 * @example resolveResponsibility(rules, { itemCode: "window", location: "envelope", cause: "burglary", tenure: "own", … })?.payer // "tenant"
 */
export const resolveResponsibility = (
  rules: readonly ResponsibilityRule[],
  asked: ResponsibilityQuestion,
): ResponsibilityRule | null => rankRules(rules, asked)[0] ?? null;
