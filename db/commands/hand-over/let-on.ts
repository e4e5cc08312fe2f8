import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { nextContractNumber } from "./next-contract-number.ts";
import type { Held } from "./note-hand-over.ts";

/**
 * KEjd lets what it took over on to the administration that sits there: an internal lease of the same premises, from the
 * same day, as long as the other and at its rent, so that nobody sits without a lease and the letting rate does not fall.
 */
export async function letOn(
  tx: Db,
  actor: Actor,
  held: Held,
  rentedBy: Id,
  { from, today }: { from: Day; today: Day },
): Promise<void> {
  const contractId = newId();
  const number = await nextContractNumber(tx, actor, "KEJD-I");
  await tx.execute(sql`
    insert into contract (id, organisation_id, number, kind, administration_id, unit_id, valid_from, valid_to, notice_months,
      annual_rent_ore, known_from, source, recorded_on)
    select ${contractId}::uuid, k.organisation_id, ${number}, 'internal', k.administration_id, k.unit_id, ${from}::date,
           k.valid_to, k.notice_months, k.annual_rent_ore, ${from}::date, 'Overdragelse', ${today}::date
      from contract k where k.id = ${rentedBy}::uuid and k.organisation_id = ${actor.organisationId}`);
  const spaces = await tx.execute<{ spaceId: Id; buildingId: Id }>(sql`
    select t.space_id as "spaceId", t.building_id as "buildingId" from tenancy t
     where t.contract_id = ${rentedBy}::uuid and t.side = 'in' and t.organisation_id = ${actor.organisationId}
       and t.valid_from <= ${from}::date and (t.valid_to is null or t.valid_to > ${from}::date)
       and not exists (select 1 from tenancy o where o.space_id = t.space_id and o.side = 'out'
         and (o.valid_to is null or o.valid_to > ${from}::date))
     order by t.id`);
  for (const { spaceId, buildingId } of spaces)
    await tx.execute(sql`
      insert into tenancy (id, organisation_id, contract_id, building_id, space_id, side, valid_from)
      values (${newId()}, ${actor.organisationId}, ${contractId}, ${buildingId}, ${spaceId}, 'out', ${from}::date)`);
}
