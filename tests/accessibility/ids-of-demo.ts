import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { danishToday } from "#db/danish-today.ts";

/**
 * One of each that an address may name after a colon.
 *
 * @throws where the demo lacks one: a page of nothing would pass for the page
 */
export async function idsOfDemo(db: Db): Promise<Record<string, string>> {
  const [row] = await db.execute<Record<string, string | null>>(sql`
    select (select building_id from portfolio_row_now where tenure = 'owned' and digitised_m2 > 0 order by 1 limit 1) as building,
           (select id from service_order where state = 'received' order by id limit 1) as "order",
           (select w.id from work w join backlog_line l on l.work_id = w.id order by w.number limit 1) as "workOf",
           (select survey_id from element_observation order by id limit 1) as survey,
           (select building_id from meter order by number limit 1) as metered,
           (select id from colocation_case where status = 'draft' order by number limit 1) as colocation,
           (select x.id from colocation_unit x join colocation_case c on c.id = x.case_id and c.status = 'draft'
             order by c.number, x.id limit 1) as "casePart",
           (select x.id from colocation_premises x join colocation_case c on c.id = x.case_id and c.status = 'draft'
             order by c.number, x.id limit 1) as "casePremises",
           (select id from colocation_case where status = 'submitted' order by number limit 1) as submitted,
           (select id from location_need order by needed_from, id limit 1) as need,
           (select id from plan where state = 'published' limit 1) as plan,
           (select id from colocation_case where number = 'SAM-2008-001') as valby,
           (select id from council_meeting order by held_on limit 1) as meeting,
           (select id from benefit order by required_ore desc limit 1) as benefit,
           (select id from hand_over where state = 'handedOver' order by number limit 1) as "handOver",
           (select h.id from hand_over h join administration n on n.id = h.administration_id and n.code = 'BUF'
             where h.state = 'askedBack' order by h.number limit 1) as "askedBack",
           (select id from plan where state = 'draft' order by name limit 1) as scenario,
           (select id from charge_run where status = 'draft' limit 1) as "draftRun",
           (select id from lease_draft where unit_id is not null order by title limit 1) as "leaseDraft",
           (select contract_id from lease_change where kind = 'moveIn' limit 1) as changed,
           (select concat_ws('.', id, 'lastDay', 'both', (valid_to - 1)::text) from contract
             where kind = 'internal' and valid_to > ${danishToday} + 30 order by valid_to, id limit 1) as "dateKey",
           (select id from charge_run where status = 'issued' and kind = 'regular' order by period desc limit 1) as run,
           (select period from charge_run where status = 'issued' and kind = 'regular' order by period desc limit 1) as period,
           (select building_id from shared_cost order by entered_at, id limit 1) as shared,
           (select id from shared_cost order by entered_at, id limit 1) as "sharedCost",
           (select contract_id from landlord_invoice where settled_at is null order by number limit 1) as rented,
           (select k.id from contract k join account_grant g on k.unit_id = any (g.unit_ids)
              join account a on a.id = g.account_id and a.email = 'leader@demo.example'
             where k.kind = 'internal' and k.valid_from <= ${danishToday} and (k.valid_to is null or k.valid_to > ${danishToday})
             order by k.id limit 1) as lease`);
  const missing = Object.entries(row!).flatMap(([name, id]) => (id === null || id === "" ? [name] : []));
  if (missing.length > 0) throw new Error(`The demo lacks ${missing.join(", ")}.`);
  return row as Record<string, string>;
}
