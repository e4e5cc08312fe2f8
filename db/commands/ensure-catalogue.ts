import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { service, serviceSynonym, serviceVersion } from "#db/schema/index.ts";
import { defaultServices, defaultSynonyms, examplePriceSource } from "#domain/catalogue/default-catalogue.ts";
import { serviceGroupOf } from "#domain/catalogue/service.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";
import { firstVersionFrom } from "#domain/responsibility/default-matrix.ts";

/**
 * Gives an organisation the catalogue it begins with: services with their terms, and the words people use for them.
 * Called by `ensureServiceBasics`, after items and teams, in its transaction. What is there stays as people have made
 * it: a service that was changed or withdrawn, a word that was taken away.
 */
export async function ensureCatalogue(db: Db, organisationId: Id): Promise<void> {
  const made = await ensureServices(db, organisationId);
  if (made.length > 0) await insertTerms(db, organisationId, new Set(made));
  await ensureSynonyms(db, organisationId);
}

/** Returns the codes of the services that were not there yet. */
async function ensureServices(db: Db, organisationId: Id): Promise<string[]> {
  const teams = await db.execute<{ id: Id; code: string }>(
    sql`select id, code from team where organisation_id = ${organisationId}`,
  );
  const teamOf = new Map(teams.map(({ id, code }) => [code, id]));
  const rows = await db
    .insert(service)
    .values(
      defaultServices.map((one) => ({
        ...{ organisationId, code: one.code, serviceGroup: serviceGroupOf(one.code), owner: one.owner },
        ...{ nameDa: one.nameDa, nameEn: one.nameEn },
        ...{ descriptionDa: one.descriptionDa, descriptionEn: one.descriptionEn },
        ...{ guidanceDa: one.guidanceDa, guidanceEn: one.guidanceEn, teamId: teamOf.get(one.team) ?? null },
      })),
    )
    .onConflictDoNothing()
    .returning({ code: service.code });
  return rows.map(({ code }) => code);
}

async function insertTerms(db: Db, organisationId: Id, codes: ReadonlySet<string>): Promise<void> {
  await db.insert(serviceVersion).values(
    defaultServices
      .filter(({ code }) => codes.has(code))
      .map(({ code, unit, unitPriceOre, normMinutes, quality, visitsPerYear, ...rules }) => ({
        ...{ id: newId(), organisationId, serviceCode: code, validFrom: firstVersionFrom },
        ...{ unit, unitPriceOre, normMinutes, quality, visitsPerYear, source: examplePriceSource },
        ...{ slaCode: rules.slaCode, priority: rules.priority },
        ...{ approvalAboveOre: rules.approvalAboveOre, approver: rules.approver },
      })),
  );
}

async function ensureSynonyms(db: Db, organisationId: Id): Promise<void> {
  const present = await db.execute(
    sql`select 1 from service_synonym where organisation_id = ${organisationId} limit 1`,
  );
  if (present.length > 0) return;
  await db
    .insert(serviceSynonym)
    .values(defaultSynonyms.map((one) => ({ ...one, id: newId(), organisationId })));
}
