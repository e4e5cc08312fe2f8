import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { contractVisibleTo } from "../building/visible-to.ts";

export interface Lease {
  id: Id;
  organisationId: Id;
  number: string;
  kind: "internal" | "thirdPartyIn" | "thirdPartyOut";
  party: string;
  unitId: Id | null;
  unitKind: string | null;
  administration: string | null;
  validFrom: Day;
  validTo: Day | null;
  /** What it was brought in with; what its lines come to on a day is its rent, where it has any. */
  annualRentOre: number | null;
  buildings: { id: Id; name: string }[];
}

/** A lease as the actor may read it; null where there is none, or it is somebody else's. */
export async function getLease(db: Db, actor: Actor, id: Id): Promise<Lease | null> {
  const [row] = await db.execute<Lease & Record<string, unknown>>(sql`
    select k.id, k.organisation_id as "organisationId", k.number, k.kind, coalesce(k.counterparty, u.name, '') as party, k.unit_id as "unitId", u.kind as "unitKind",
           n.name as administration, k.valid_from::text as "validFrom", k.valid_to::text as "validTo",
           k.annual_rent_ore as "annualRentOre",
           (select coalesce(json_agg(distinct jsonb_build_object('id', b.id, 'name', b.name)), '[]')
              from tenancy t join building b on b.id = t.building_id where t.contract_id = k.id) as buildings
      from contract k left join unit u on u.id = k.unit_id left join administration n on n.id = k.administration_id
     where k.id = ${id} and k.organisation_id = ${actor.organisationId} and ${contractVisibleTo(actor)}`);
  return row ?? null;
}
