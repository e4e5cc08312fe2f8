import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { ownPart, type PossibleSharer } from "#domain/rent/shared-cost.ts";

/**
 * Who can share a cost of a building for some days (half-open): every lease to somebody who uses it, with its m² times days, and
 * last the landlord with those that nobody had. By number. All of them: whoever asks lays costs on everybody.
 */
export async function listSharers(
  db: Db,
  organisationId: Id,
  buildingId: Id,
  { from, to }: { from: Day; to: Day },
): Promise<PossibleSharer[]> {
  const rows = await db.execute<PossibleSharer & Record<string, unknown>>(sql`
    with d as (select ${from}::date as since, ${to}::date as until)
    select k.id, k.number, coalesce(nullif(k.counterparty, ''), u.name, n.name, '') as party,
           sum(s.area_m2 * (x.until - x.since))::float8 as "areaDays"
      from d cross join tenancy t join space s on s.id = t.space_id join contract k on k.id = t.contract_id
      cross join lateral (select greatest(t.valid_from, s.valid_from, d.since) as since, least(coalesce(t.valid_to, d.until),
             coalesce(s.valid_to, d.until), coalesce(k.valid_to, d.until), d.until) as until) x
      left join unit u on u.id = k.unit_id left join administration n on n.id = k.administration_id
     where t.building_id = ${buildingId} and t.organisation_id = ${organisationId} and t.side = 'out' and k.kind <> 'thirdPartyIn'
       and x.until > x.since
     group by k.id, k.number, k.counterparty, u.name, n.name order by k.number`);
  const [whole] = await db.execute<{ areaDays: number }>(sql`
    with d as (select ${from}::date as since, ${to}::date as until)
    select coalesce(sum(s.area_m2 * (least(coalesce(s.valid_to, d.until), d.until) - greatest(s.valid_from, d.since))), 0)::float8
             as "areaDays"
      from d cross join space s
     where s.building_id = ${buildingId} and s.organisation_id = ${organisationId}
       and least(coalesce(s.valid_to, d.until), d.until) > greatest(s.valid_from, d.since)`);
  const letDays = rows.reduce((sum, { areaDays }) => sum + areaDays, 0);
  const empty = Math.max(0, whole!.areaDays - letDays);
  return [...rows, { id: ownPart, number: null, party: "", areaDays: empty }];
}
