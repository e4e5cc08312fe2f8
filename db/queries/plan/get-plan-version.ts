import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import type { PlanStateName } from "#domain/plan/plan-state.ts";

interface PlanVersion extends Record<string, unknown> {
  version: number;
  state: PlanStateName;
  method: "package" | "priced" | "solver";
}

/** Which version of a plan there is, for what works on it in the background; who may see it is not asked here. */
export async function getPlanVersion(db: Db, organisationId: Id, planId: Id): Promise<PlanVersion | null> {
  const [found] = await db.execute<PlanVersion>(sql`
    select version, state, method from plan where id = ${planId} and organisation_id = ${organisationId}`);
  return found ?? null;
}
