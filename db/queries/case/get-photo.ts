import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { hasRole, type Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { caseVisibleTo, orderVisibleTo, withinCaseScope } from "./visible-cases.ts";

/** Where the files of a photo lie; the original's key is there only for those who dispatch the case. */
export interface PhotoFiles {
  publicKey: string;
  thumbnailKey: string;
  originalKey: string | null;
  originalType: string;
}

/** A photo of a case that the actor sees, or of the actor's own unsent draft; else null. */
export async function getPhoto(db: Db, actor: Actor, id: Id, today: Day): Promise<PhotoFiles | null> {
  const isDispatcher = hasRole(actor, "manager") || hasRole(actor, "administrator");
  const [row] = await db.execute<PhotoFiles & Record<string, unknown>>(sql`
    select p.public_key as "publicKey", p.thumbnail_key as "thumbnailKey", p.original_type as "originalType",
           case when ${isDispatcher}::boolean and ${withinCaseScope(actor, sql`c`, "write")} then p.original_key end as "originalKey"
      from case_photo p join service_case c on c.id = p.case_id
     where p.id = ${id} and p.organisation_id = ${actor.organisationId} and ${caseVisibleTo(actor, sql`c`, today)}
       and (p.order_id is null or exists (
             select 1 from service_order o where o.id = p.order_id and ${orderVisibleTo(actor, sql`o`, today)}))
    union all
    select d.public_key, d.thumbnail_key, d.original_type, null
      from draft_photo d
     where d.id = ${id} and d.organisation_id = ${actor.organisationId} and d.sender = ${`account:${actor.accountId}`}`);
  return row ?? null;
}
