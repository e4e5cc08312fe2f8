import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { danishToday } from "#db/danish-today.ts";
import type { Id } from "#domain/id.ts";

/** A service of the catalogue that two units can agree on. */
export interface ServiceChoice {
  code: string;
  nameDa: string;
  nameEn: string;
}

/** The services that can be ordered today, in the order of their codes. */
export async function listTradeServices(db: Db, organisationId: Id): Promise<ServiceChoice[]> {
  const rows = await db.execute<ServiceChoice & Record<string, unknown>>(sql`
    select code, name_da as "nameDa", name_en as "nameEn" from service
     where organisation_id = ${organisationId} and (withdrawn_on is null or withdrawn_on > ${danishToday})
     order by code limit 500`);
  return [...rows];
}
