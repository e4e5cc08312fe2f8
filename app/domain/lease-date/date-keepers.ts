import type { Id } from "../id.ts";

/** Somebody who looks after leases: the administrations that are theirs; none named means all. */
export interface Keeper {
  accountId: Id;
  name: string;
  administrationIds: readonly Id[];
}

/**
 * Who looks after a date that nobody has taken: the managers who have the lease's administration as theirs, else those
 * who have all.
 * @example usualKeepers(buf, [{ name: "Anna", administrationIds: [buf] }, { name: "Bo", administrationIds: [] }]) // Anna
 */
export function usualKeepers(administrationId: Id | null, keepers: readonly Keeper[]): Keeper[] {
  const own = keepers.filter(
    ({ administrationIds }) => administrationId !== null && administrationIds.includes(administrationId),
  );
  return own.length > 0 ? own : keepers.filter(({ administrationIds }) => administrationIds.length === 0);
}
