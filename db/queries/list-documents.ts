import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { scopeOf } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { DocumentKind } from "#domain/document.ts";
import type { Id } from "#domain/id.ts";
import { reachesBuilding } from "./building/reaches-building.ts";

/** A document as a list shows it. `createdAt` is an instant in ISO text, `bytes` the size of its file. */
export interface DocumentRow {
  id: Id;
  buildingId: Id;
  title: string;
  kind: DocumentKind;
  datedOn: Day | null;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  createdAt: string;
  uploadedByName: string;
}

export const documentColumns: SQL = sql`d.id, d.building_id as "buildingId", d.title, d.kind, d.dated_on as "datedOn",
  d.file_name as "fileName", d.media_type as "mediaType", d.bytes, d.sha256,
  to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt", a.name as "uploadedByName"`;

/**
 * The documents that an actor may read: of buildings within reach. Contracts tell what others pay, so they are for
 * those who read all leases or keep the building itself. Alias `d` is document.
 */
export function documentVisibleTo(actor: Actor, today: Day): SQL {
  const readable = reachesBuilding(actor, sql`d.building_id`, "read", today);
  const contracts = scopeOf(actor, "leases", "read").all
    ? sql`true`
    : sql`(d.kind <> 'contract' or ${reachesBuilding(actor, sql`d.building_id`, "write", today)})`;
  return sql`(d.organisation_id = ${actor.organisationId} and ${readable} and ${contracts})`;
}

/** More than anyone reads on a page; the newest come first. */
const most = 500;

/** The documents of a building that the actor may read, the newest first by the day they are dated, else uploaded. */
export async function listDocuments(
  db: Db,
  actor: Actor,
  buildingId: Id,
  today: Day,
): Promise<DocumentRow[]> {
  const rows = await db.execute<DocumentRow & Record<string, unknown>>(sql`
    select ${documentColumns} from document d join account a on a.id = d.uploaded_by
     where d.building_id = ${buildingId} and d.removed_at is null and ${documentVisibleTo(actor, today)}
     order by coalesce(d.dated_on, d.created_at::date) desc, d.created_at desc, d.id desc limit ${most}`);
  return [...rows];
}
