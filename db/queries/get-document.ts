import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { documentColumns, documentVisibleTo, type DocumentRow } from "./list-documents.ts";

/** A document with where its file lies, and whether it was removed. */
export interface DocumentFile extends DocumentRow {
  storageKey: string;
  isRemoved: boolean;
}

/** One document, removed ones too, or null where there is none that the actor may know of. */
export async function getDocument(db: Db, actor: Actor, id: Id, today: Day): Promise<DocumentFile | null> {
  const [row] = await db.execute<DocumentFile & Record<string, unknown>>(sql`
    select ${documentColumns}, d.storage_key as "storageKey", d.removed_at is not null as "isRemoved"
      from document d join account a on a.id = d.uploaded_by
     where d.id = ${id} and ${documentVisibleTo(actor, today)}`);
  return row ?? null;
}

/** Whether a document was written, whoever may read it: for whoever stored its file and must know if it is needed. */
export async function hasDocument(db: Db, actor: Actor, id: Id): Promise<boolean> {
  const rows = await db.execute(
    sql`select 1 from document where id = ${id} and organisation_id = ${actor.organisationId}`,
  );
  return rows.length > 0;
}
