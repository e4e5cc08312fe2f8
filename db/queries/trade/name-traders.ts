import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import { uuidArray } from "../../sql-arrays.ts";

/** What the lines of a settlement are called. */
export interface LineNames {
  units: Record<Id, string>;
  services: Record<Id, { da: string; en: string }>;
}

/** The names of the units and services of agreements. For whoever settles: the caller checks the right. */
export async function nameTraders(
  db: Db,
  organisationId: Id,
  agreementIds: readonly Id[],
): Promise<LineNames> {
  const rows = await db.execute<{
    id: Id;
    sellerId: Id;
    seller: string;
    buyerId: Id;
    buyer: string;
    da: string;
    en: string;
  }>(sql`
    select a.id, su.id as "sellerId", su.name as seller, bu.id as "buyerId", bu.name as buyer, s.name_da as da,
           s.name_en as en
      from trade_agreement a join unit su on su.id = a.seller_unit_id join unit bu on bu.id = a.buyer_unit_id
      join service s on s.organisation_id = a.organisation_id and s.code = a.service_code
     where a.organisation_id = ${organisationId} and a.id = any (${uuidArray([...new Set(agreementIds)])})`);
  const names: LineNames = { units: {}, services: {} };
  for (const row of rows) {
    names.units[row.sellerId] = row.seller;
    names.units[row.buyerId] = row.buyer;
    names.services[row.id] = { da: row.da, en: row.en };
  }
  return names;
}
