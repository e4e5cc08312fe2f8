import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { writesAll } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { CouncilPart } from "#domain/council/council-step.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** A seat of the council on a day, with who holds it and who stands in. */
export interface CouncilSeat {
  id: Id;
  accountId: Id;
  name: string;
  deputyAccountId: Id | null;
  deputyName: string | null;
  seat: "chair" | "member";
  validFrom: Day;
}

/** The council as it sits on a day, the chair first. */
export async function listCouncilSeats(db: Db, { organisationId }: Actor, on: Day): Promise<CouncilSeat[]> {
  return [
    ...(await db.execute<CouncilSeat & Record<string, unknown>>(sql`
      select s.id, s.account_id as "accountId", a.name, s.deputy_account_id as "deputyAccountId", d.name as "deputyName",
             s.seat, s.valid_from::text as "validFrom"
        from council_seat s join account a on a.id = s.account_id left join account d on d.id = s.deputy_account_id
       where s.organisation_id = ${organisationId} and s.valid_from <= ${on}::date
         and (s.valid_to is null or s.valid_to > ${on}::date)
       order by s.seat, danish_order(a.name), s.id limit 100`)),
  ];
}

/** What an actor is towards the council on a day: a planner of cases, its chair, a member; a deputy is what the seat is. */
export async function councilPartsOf(db: Db, actor: Actor, on: Day): Promise<CouncilPart[]> {
  const rows = await db.execute<{ seat: "chair" | "member" }>(sql`
    select s.seat from council_seat s
     where s.organisation_id = ${actor.organisationId} and ${actor.accountId}::uuid in (s.account_id, s.deputy_account_id)
       and s.valid_from <= ${on}::date and (s.valid_to is null or s.valid_to > ${on}::date)`);
  return [...rows.map(({ seat }) => seat), ...(writesAll(actor, "colocation") ? (["planner"] as const) : [])];
}
