import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { normsOf, type NormRow, type SpaceNorm } from "#domain/use/space-norm.ts";

/** The norms for m² a head that hold on a day, each with its source and owner. They belong to the organisation, as all assumptions do. */
export async function listNorms(db: Db, actor: Actor, on: Day): Promise<SpaceNorm[]> {
  const rows = await db.execute<NormRow & Record<string, unknown>>(sql`
    select key, value::float8 as value, source, owner from assumption
     where organisation_id = ${actor.organisationId} and key like 'norm.%' and valid_from <= ${on}::date
       and (valid_to is null or valid_to > ${on}::date) limit 100`);
  return normsOf([...rows]);
}
