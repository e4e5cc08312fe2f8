import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getDraft } from "#db/queries/lease/get-draft.ts";
import { getLease } from "#db/queries/rent/get-lease.ts";
import { leaseDocument } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { keepsLeases } from "#domain/lease/keeps-leases.ts";
import type { LeaseDocumentKind } from "#domain/lease/lease-document.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

/** A file that is already stored, and what it is to which lease or draft. With `seriesId` it is a new version of that. */
export interface NewLeaseDocument {
  id: Id;
  contractId: Id | null;
  draftId: Id | null;
  changeId: Id | null;
  seriesId: Id | null;
  title: string;
  kind: LeaseDocumentKind;
  datedOn: Day | null;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  storageKey: string;
}

/** Puts a file on a lease or a draft, for those who keep leases. A new version goes beside the old ones, never over them. */
export async function addLeaseDocument(
  db: Db,
  actor: Actor,
  added: NewLeaseDocument,
  now: Date,
): Promise<Result<Id, "notAllowed">> {
  return db.transaction(async (tx) => {
    const isTheirs = added.contractId
      ? await getLease(tx, actor, added.contractId)
      : added.draftId && (await getDraft(tx, actor, added.draftId));
    if (!isTheirs || !keepsLeases(actor)) return refused("notAllowed");
    const whose = added.contractId
      ? sql`contract_id = ${added.contractId}`
      : sql`draft_id = ${added.draftId}`;
    const [last] = added.seriesId
      ? await tx.execute<{ seriesId: Id; version: number }>(sql`
          select series_id as "seriesId", version from lease_document where series_id = ${added.seriesId} and ${whose}
           order by version desc limit 1 for update`)
      : [];
    await tx.insert(leaseDocument).values({
      ...{ ...added, organisationId: actor.organisationId, seriesId: last?.seriesId ?? added.id },
      ...{ version: (last?.version ?? 0) + 1, uploadedBy: actor.accountId, createdAt: now },
    });
    await recordChange(tx, actor, {
      ...{ action: "create", entity: "leaseDocument", entityId: added.id },
      changes: { title: { from: null, to: added.title }, sha256: { from: null, to: added.sha256 } },
    });
    return done(added.id);
  });
}
