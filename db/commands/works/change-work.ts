import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { work } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { recordChange } from "../record-change.ts";
import type { LockedWork } from "./lock-work.ts";

type Patch = Partial<Omit<LockedWork, "id" | "organisationId" | "version">>;

/** Changes a locked work, one version on, and records each field from what to what; `also` is recorded besides. */
export async function changeWork(
  tx: Db,
  actor: Actor,
  before: LockedWork,
  action: string,
  patch: Patch,
  also: Record<string, { from: unknown; to: unknown }> = {},
): Promise<void> {
  await tx
    .update(work)
    .set({ ...patch, version: sql`${work.version} + 1` })
    .where(eq(work.id, before.id));
  const changed = (Object.keys(patch) as (keyof Patch)[]).filter((key) => patch[key] !== before[key]);
  const changes = Object.fromEntries(changed.map((key) => [key, { from: before[key], to: patch[key] }]));
  await recordChange(tx, actor, {
    ...{ action, entity: "work", entityId: before.id },
    changes: { ...changes, ...also },
  });
}
