import type { Id } from "../id.ts";
import type { Payer } from "../responsibility/terms.ts";
import type { CostBasis } from "./split-cost.ts";

/** A unit that rents in a building, and how much. */
export interface Tenant {
  unitId: Id;
  administrationId: Id;
  areaM2: number;
}

/** One who bears a part of a cost: which party, and on whose account. */
export interface Bearer {
  payer: Payer;
  unitId: Id | null;
  administrationId: Id | null;
  value: number;
}

interface Answer {
  payer: Payer;
  payerSharePercent: number;
  otherPayer: Payer | null;
}

interface Place {
  unitId: Id | null;
  administrationId: Id | null;
  tenants: readonly Tenant[];
}

const isTenants = (payer: Payer): boolean => payer === "tenant" || payer === "unit";

/**
 * Who bears a cost and by what measure: by the rule's share; where the tenants of a building that several share bear all
 * of it and no unit is named, by the m² each rents.
 * @example bearersOf({ payer: "landlord", payerSharePercent: 80, otherPayer: "tenant" }, place).bearers // 80 and 20
 */
export function bearersOf(answer: Answer, place: Place): { basis: CostBasis; bearers: Bearer[] } {
  const isShared = place.unitId === null && place.tenants.length > 1 && answer.otherPayer === null;
  if (isShared && isTenants(answer.payer) && place.tenants.some(({ areaM2 }) => areaM2 > 0)) {
    const bearers = place.tenants.map(({ unitId, administrationId, areaM2 }) => ({
      ...{ payer: answer.payer, unitId, administrationId, value: areaM2 },
    }));
    return { basis: "m2", bearers };
  }
  const accountOf = (payer: Payer) =>
    isTenants(payer)
      ? { unitId: place.unitId, administrationId: place.administrationId }
      : { unitId: null, administrationId: null };
  const { payer, payerSharePercent, otherPayer } = answer;
  const bearers: Bearer[] = [{ payer, ...accountOf(payer), value: payerSharePercent }];
  if (otherPayer)
    bearers.push({ payer: otherPayer, ...accountOf(otherPayer), value: 100 - payerSharePercent });
  return { basis: "share", bearers };
}
