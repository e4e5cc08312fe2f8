import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { writesAll } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

/** Says that a trade agreement is part of a case: what its units do for one another, with a price or still without. */
export async function linkTrade(
  db: Db,
  actor: Actor,
  { caseId, agreementId }: { caseId: Id; agreementId: Id },
): Promise<Result<Id, "notAllowed">> {
  if (!writesAll(actor, "colocation")) return refused("notAllowed");
  return db.transaction(async (tx) => {
    const rows = await tx.execute(sql`
      insert into colocation_case_trade (organisation_id, case_id, agreement_id)
      select c.organisation_id, c.id, t.id from colocation_case c join trade_agreement t on t.organisation_id = c.organisation_id
       where c.id = ${caseId}::uuid and t.id = ${agreementId}::uuid and c.organisation_id = ${actor.organisationId}
      on conflict do nothing returning agreement_id`);
    if (rows.length > 0)
      await recordChange(tx, actor, {
        ...{ action: "link", entity: "colocationCase", entityId: caseId },
        changes: { tradeAgreement: { from: null, to: agreementId } },
      });
    return done(agreementId);
  });
}
