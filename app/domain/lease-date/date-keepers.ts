import type { Id } from "../id.ts";

/** Somebody who looks after leases: the administrations that are theirs; none named means all. */
export interface Keeper {
  accountId: Id;
  name: string;
  administrationIds: readonly Id[];
}

/** Those who look after a date, and whether that is only because they look after everything. */
export interface Keepers {
  keepers: Keeper[];
  isOfAll: boolean;
}

/**
 * Who looks after a date that nobody has taken: the managers who have the lease's administration as theirs, else those
 * who have all.
 * @example usualKeepers(buf, [{ name: "Anna", administrationIds: [buf] }, { name: "Bo", administrationIds: [] }]) // Anna
 */
export function usualKeepers(administrationId: Id | null, keepers: readonly Keeper[]): Keepers {
  const own = keepers.filter(
    ({ administrationIds }) => administrationId !== null && administrationIds.includes(administrationId),
  );
  if (own.length > 0) return { keepers: own, isOfAll: false };
  return {
    keepers: keepers.filter(({ administrationIds }) => administrationIds.length === 0),
    isOfAll: true,
  };
}
