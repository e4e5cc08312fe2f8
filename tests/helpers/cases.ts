import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { placeCase, type PlaceCaseResult } from "#db/commands/case/place-case.ts";
import { ensureServiceBasics } from "#db/commands/ensure-service-basics.ts";
import type { Actor } from "#domain/actor.ts";
import { CaseForm, type CaseFormInput } from "#domain/case/case-form.ts";
import { newId, type Id } from "#domain/id.ts";
import { givenAccount } from "./people.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "./small-portfolio.ts";

export const askedAt = new Date("2026-11-20T10:00:00Z");

/** The small portfolio with what the order flow stands on, a leader of its daycare, and a service with a price. */
export interface CaseCity {
  city: SmallPortfolio;
  leader: Actor;
  /** Places a case at the daycare, a broken window unless told otherwise. */
  place: (db: Db, given?: Partial<CaseFormInput>, actor?: Actor, key?: string) => Promise<PlaceCaseResult>;
  count: (db: Db, table: "service_case" | "case_event" | "outbox" | "draft_photo") => Promise<number>;
  insertDraftPhoto: (db: Db, sender: string) => Promise<Id>;
}

export async function givenCaseCity(db: Db): Promise<CaseCity> {
  const city = await insertSmallPortfolio(db);
  const { organisationId } = city;
  await ensureServiceBasics(db, organisationId);
  await insertService(db, organisationId);
  const leader = await givenAccount(db, organisationId, { role: "leader", unitIds: [city.solsikken] });
  return {
    ...{ city, leader },
    place: (tx, given = {}, actor = leader, key = newId()) => {
      const usual = { buildingId: city.daycare, text: "Ruden er knust", items: [{ itemCode: "window" }] };
      return placeCase(tx, { kind: "account", actor }, CaseForm.parse({ ...usual, ...given }), key, askedAt);
    },
    count: async (tx, table) => {
      const [row] = await tx.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(table)} where organisation_id = ${organisationId}`,
      );
      return row!.n;
    },
    insertDraftPhoto: (tx, sender) => insertDraft(tx, organisationId, sender),
  };
}

/** The number of a case that must have been placed. */
export const numberOf = (result: PlaceCaseResult): string => {
  if (!result.ok) throw new Error(result.refusal);
  return result.value.caseNumber;
};

/** A service of the catalogue whose orders above 5,000 kr. wait for the administration. */
async function insertService(db: Db, organisationId: Id) {
  await db.execute(sql`insert into service (organisation_id, code, service_group, name_da, name_en, description_da, description_en, owner, team_id)
    select ${organisationId}, '9300.02', '1300', 'Ekstra rengøring', 'Extra cleaning', 'Rengøring', 'Cleaning', 'BUF', id
      from team where organisation_id = ${organisationId} and code = 'ADM-BUF'`);
  await db.execute(sql`insert into service_version (id, organisation_id, service_code, valid_from, unit, unit_price_ore, norm_minutes,
      sla_code, priority, approval_above_ore, approver, source)
    values (${newId()}, ${organisationId}, '9300.02', '2020-01-01', 'hour', 45000, 60, 'standard', 3, 500000, 'administration', 'Prøve')`);
}

async function insertDraft(db: Db, organisationId: Id, sender: string): Promise<Id> {
  const id = newId();
  await db.execute(sql`insert into draft_photo (id, organisation_id, sender, original_key, original_type, public_key, thumbnail_key,
      width, height, bytes, sha256, created_at)
    values (${id}, ${organisationId}, ${sender}, ${`o${id}`}, 'image/jpeg', ${`p${id}`}, ${`t${id}`}, 10, 10, 100,
      ${id.replaceAll("-", "").padEnd(64, "0")}, now())`);
  return id;
}
