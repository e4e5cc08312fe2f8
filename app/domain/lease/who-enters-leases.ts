import { reachOf } from "../access.ts";
import type { Actor, Role } from "../actor.ts";
import type { Day } from "../day-count.ts";
import type { Id } from "../id.ts";

/** How far the gathering of an administration's own leases has come: how many KEjd does not have yet (in the register, or
 *  handed over and not taken over), and the day it took over the last one; null while it has taken over none. */
export interface LeaseGathering {
  left: number;
  lastTakenOverOn: Day | null;
}

const rolesOfKejd: Role[] = ["administrator", "manager"];

/** Whether an actor acts for KEjd towards an administration: a manager of all, or of this one.
 *  @example actsForKejd(manager, buf) // true; her administration's user does not, though she writes her own leases */
export const actsForKejd = (actor: Pick<Actor, "grants">, administrationId: Id): boolean =>
  actor.grants.some((grant) => {
    const reach = rolesOfKejd.includes(grant.role) ? reachOf(grant, "leases", "write") : null;
    return reach === "all" || (reach === "own" && grant.administrationIds.includes(administrationId));
  });

/** The day from which only KEjd enters an administration's third-party leases; null while the administration still may.
 *  @example closedFrom({ left: 0, lastTakenOverOn: "2026-11-01" }) // "2026-11-01" */
export const closedFrom = ({ left, lastTakenOverOn }: LeaseGathering): Day | null =>
  left === 0 ? lastTakenOverOn : null;

/**
 * Whether an actor may enter a third-party lease of an administration. KEjd always may. The administration may, by handing
 * it over, until all of its leases are taken over; from that day only KEjd enters them. Source: the report on the
 * cross-cutting units (June 2013), chapter 2, first development step.
 * @example mayEnterThirdPartyLease(userOfBuf, buf, { left: 0, lastTakenOverOn: "2026-11-01" }) // false
 */
export function mayEnterThirdPartyLease(
  actor: Pick<Actor, "grants">,
  administrationId: Id,
  gathering: LeaseGathering,
): boolean {
  if (actsForKejd(actor, administrationId)) return true;
  const writesOwn = actor.grants.some(
    (grant) =>
      reachOf(grant, "leases", "write") !== null && grant.administrationIds.includes(administrationId),
  );
  return writesOwn && closedFrom(gathering) === null;
}
