import { sql, type SQL } from "drizzle-orm";
import { scopeOf } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";

/** The plans an actor may read: who reaches all of them reads drafts too, others what has been decided. `p` is plan. */
export const visiblePlans = (actor: Actor): SQL =>
  scopeOf(actor, "plans", "read").all
    ? sql`p.organisation_id = ${actor.organisationId}`
    : sql`(p.organisation_id = ${actor.organisationId} and p.state in ('approved', 'published'))`;
