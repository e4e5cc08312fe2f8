import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { PostedLine } from "#domain/charge/postings.ts";
import type { Id } from "#domain/id.ts";
import { contractVisibleTo } from "../building/visible-to.ts";

/** What the city's own administrations bear of a run, line by line: internal rent, and the rent of others that is passed on. */
export async function listPostedLines(db: Db, actor: Actor, runId: Id): Promise<PostedLine[]> {
  const rows = await db.execute<PostedLine & Record<string, unknown>>(sql`
    select n.code as administration, u.code as unit, k.number as lease, l.key, l.valid_from::text as "from",
           l.valid_to::text as "to", l.amount_ore as "amountOre"
      from charge c join charge_line l on l.charge_id = c.id join contract k on k.id = c.contract_id
      join administration n on n.id = c.administration_id left join unit u on u.id = k.unit_id
     where c.run_id = ${runId} and c.organisation_id = ${actor.organisationId} and k.kind <> 'thirdPartyOut'
       and ${contractVisibleTo(actor)}
     order by n.code, k.number, l.key, l.valid_from, l.id`);
  return [...rows];
}
