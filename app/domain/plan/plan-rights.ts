import { writesAll } from "../access.ts";
import type { Actor } from "../actor.ts";

/** Whether an actor may make plans and change drafts. A plan speaks of the whole portfolio, so the right must too. */
export const mayDraftPlans = (actor: Pick<Actor, "grants">): boolean => writesAll(actor, "plans");

/**
 * Whether an actor may freeze, approve, publish and withdraw plans: a manager of everything or an administrator. Whoever
 * only proposes plans (a planner) does not decide on them: deciding takes the right to write surveys too.
 * @example mayDecidePlans(planner) // false
 */
export const mayDecidePlans = (actor: Pick<Actor, "grants">): boolean =>
  mayDraftPlans(actor) && writesAll(actor, "surveys");
