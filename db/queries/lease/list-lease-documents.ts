import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { LeaseDocumentKind } from "#domain/lease/lease-document.ts";
import { getDraft } from "./get-draft.ts";
import { contractVisibleTo } from "../building/visible-to.ts";

export interface LeaseDocumentRow {
  id: Id;
  seriesId: Id;
  version: number;
  title: string;
  kind: LeaseDocumentKind;
  datedOn: Day | null;
  fileName: string;
  bytes: number;
  createdAt: string;
  uploadedByName: string | null;
}

const columns = sql`d.id, d.series_id as "seriesId", d.version, d.title, d.kind, d.dated_on as "datedOn", d.file_name as "fileName",
  d.bytes, to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt", a.name as "uploadedByName"`;

/** The files of a lease, a draft or a change with all their versions, the newest first. The caller has made sure that the actor may read it. */
export async function listLeaseDocuments(
  db: Db,
  of: { contractId: Id } | { draftId: Id } | { changeId: Id },
  actor: Actor,
): Promise<LeaseDocumentRow[]> {
  const whose =
    "contractId" in of
      ? sql`d.contract_id = ${of.contractId}`
      : "changeId" in of
        ? sql`d.change_id = ${of.changeId}`
        : sql`d.draft_id = ${of.draftId}`;
  const rows = await db.execute<LeaseDocumentRow & Record<string, unknown>>(sql`
    select ${columns} from lease_document d left join account a on a.id = d.uploaded_by
     where d.organisation_id = ${actor.organisationId} and d.removed_at is null and ${whose}
     order by max(d.created_at) over (partition by d.series_id) desc, d.series_id, d.version desc limit 300`);
  return [...rows];
}

type StoredDocument = LeaseDocumentRow & { mediaType: string; storageKey: string };

/** A file of a lease that the actor may read, or of a draft that they may; null otherwise. */
export async function getLeaseDocument(db: Db, actor: Actor, id: Id): Promise<StoredDocument | null> {
  const [row] = await db.execute<StoredDocument & { ofDraft: Id | null } & Record<string, unknown>>(sql`
    select ${columns}, d.media_type as "mediaType", d.storage_key as "storageKey",
           case when d.contract_id is null then d.draft_id end as "ofDraft"
      from lease_document d left join account a on a.id = d.uploaded_by
     where d.id = ${id} and d.organisation_id = ${actor.organisationId} and d.removed_at is null
       and (d.contract_id is null or exists (
         select 1 from contract k left join unit u on u.id = k.unit_id where k.id = d.contract_id and ${contractVisibleTo(actor)}))`);
  if (!row || (row.ofDraft !== null && !(await getDraft(db, actor, row.ofDraft)))) return null;
  return row;
}
