import type { AssumptionRow } from "#db/queries/condition/list-assumptions.ts";
import { usualAssumptions } from "#domain/condition/assumption.ts";

export const assumptionGroups = ["backlog", "waiting", "plan", "leases", "norms", "life", "other"] as const;
export type AssumptionGroup = (typeof assumptionGroups)[number];

const waiting = /^(growth|damageChance|discountRate)/;
const backlog = /^(overheadRate|uncertainty|replacementOre|fci|survey|needHorizon)/;

const leases = /^lease/;

const groupOf = (key: string): AssumptionGroup => {
  if (key.startsWith("life.")) return "life";
  if (key.startsWith("norm.")) return "norms";
  if (leases.test(key)) return "leases";
  if (waiting.test(key)) return "waiting";
  if (backlog.test(key)) return "backlog";
  return key === "siteSetupOre" ? "plan" : "other";
};

/** Assumptions by where they are used, in the order in which they are told of. */
export function groupAssumptions(
  rows: readonly AssumptionRow[],
): { group: AssumptionGroup; rows: AssumptionRow[] }[] {
  const order = new Map(usualAssumptions.map(({ key }, index) => [key, index]));
  const placeOf = ({ key }: AssumptionRow) => order.get(key) ?? usualAssumptions.length;
  const sorted = [...rows].sort((a, b) => placeOf(a) - placeOf(b) || a.key.localeCompare(b.key));
  return assumptionGroups
    .map((group) => ({ group, rows: sorted.filter(({ key }) => groupOf(key) === group) }))
    .filter((one) => one.rows.length > 0);
}
