import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { service } from "#db/schema/index.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { ServiceTexts } from "#domain/catalogue/terms-form.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

/** Changes what a service is called and says of itself. Texts have no days: they say the same thing better. */
export async function describeService(
  db: Db,
  actor: Actor,
  code: string,
  texts: ServiceTexts,
): Promise<Result<null, "notAllowed" | "notFound">> {
  if (!may(actor, "services", "write")) return refused("notAllowed");
  return db.transaction(async (tx) => {
    const [before] = await tx.execute<ServiceTexts & Record<string, unknown>>(sql`
      select name_da as "nameDa", name_en as "nameEn", description_da as "descriptionDa",
             description_en as "descriptionEn", guidance_da as "guidanceDa", guidance_en as "guidanceEn", owner
        from service where organisation_id = ${actor.organisationId} and code = ${code} for update`);
    if (!before) return refused("notFound");
    const fields = Object.keys(texts) as (keyof ServiceTexts)[];
    const changed = fields.filter((field) => before[field] !== texts[field]);
    if (changed.length === 0) return done(null);
    await tx
      .update(service)
      .set(texts)
      .where(sql`organisation_id = ${actor.organisationId} and code = ${code}`);
    await recordChange(tx, actor, {
      ...{ action: "change", entity: "service", entityId: null },
      changes: {
        code: { from: code, to: code },
        ...Object.fromEntries(changed.map((field) => [field, { from: before[field], to: texts[field] }])),
      },
    });
    return done(null);
  });
}
