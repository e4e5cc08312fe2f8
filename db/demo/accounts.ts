import { sql } from "drizzle-orm";
import { account } from "#db/schema/index.ts";
import type { Role } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";
import type { Db } from "../client.server.ts";
import { insertGrant } from "../commands/grant-role.ts";
import { hashPassword } from "../secrets/password-hash.ts";
import { demoAccounts, DEMO_PASSWORD } from "./demo-account.ts";

/** The administration whose user the demo shows, by its code. */
const ADMINISTRATION_CODE = "BUF";
const UNITS_OF_THE_LEADER = 2;

/**
 * Makes one account a role for the demo, and a deputy of the institution leader. The administration user reaches one
 * administration, the leader up to two daycare units that hold premises on the load day, the craftsman no register.
 * Call it after the portfolio is there. Accounts that exist already stay as they are.
 * @example await createDemoAccounts(db, organisationId, { loadDay: "2026-11-20" });
 */
export async function createDemoAccounts(
  db: Db,
  organisationId: Id,
  { loadDay }: { loadDay: Day },
): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await db.transaction(async (tx) => {
    const idOf = new Map<string, Id>();
    for (const { key, name, email } of demoAccounts) {
      const made = await tx
        .insert(account)
        .values({ id: newId(), organisationId, email, name, passwordHash, isDemo: true })
        .onConflictDoNothing()
        .returning({ id: account.id });
      if (made[0]) idOf.set(key, made[0].id);
    }
    const administrationIds = await administrationsByCode(tx, organisationId);
    const unitIds = await unitsOfTheLeader(tx, organisationId, administrationIds, loadDay);
    const deputyAccountId = idOf.get("deputy") ?? null;
    for (const { key, role } of demoAccounts) {
      const accountId = idOf.get(key);
      if (!accountId || !role) continue;
      await insertGrant(
        tx,
        organisationId,
        accountId,
        reachOf(role, { administrationIds, unitIds, deputyAccountId }),
        loadDay,
      );
    }
    await joinTeam(tx, organisationId, loadDay);
  });
}

/** The craftsman works on installations; where he has been in the team before, he is left as he is. */
async function joinTeam(db: Db, organisationId: Id, from: Day): Promise<void> {
  await db.execute(sql`
    insert into team_member (team_id, account_id, organisation_id, valid_from)
    select t.id, a.id, t.organisation_id, ${from}::date
      from team t join account a on a.organisation_id = t.organisation_id and a.is_demo
     where t.organisation_id = ${organisationId} and t.code = 'KEJD-INST' and a.email = 'craftsman@demo.example'
       and not exists (select 1 from team_member m where m.team_id = t.id and m.account_id = a.id)`);
}

interface Reach {
  administrationIds: Id[];
  unitIds: Id[];
  deputyAccountId: Id | null;
}

const reachOf = (role: Role, reach: Reach) => ({
  role,
  administrationIds: role === "administrationUser" ? reach.administrationIds : [],
  unitIds: role === "leader" ? reach.unitIds : [],
  deputyAccountId: role === "leader" ? reach.deputyAccountId : null,
});

async function administrationsByCode(db: Db, organisationId: Id): Promise<Id[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from administration where organisation_id = ${organisationId} and code = ${ADMINISTRATION_CODE}`);
  return rows.map((row) => row.id);
}

/**
 * Open, ordinary daycare units that hold all their premises of the city itself that day, those with rooms recorded one by one
 * first, and of them those with three buildings or nearly, as a leader knows her own.
 */
async function unitsOfTheLeader(db: Db, organisationId: Id, administrationIds: Id[], on: Day): Promise<Id[]> {
  const administrationId = administrationIds[0] ?? null;
  const rows = await db.execute<{ id: string }>(sql`
    select u.id
      from unit u join contract k on k.unit_id = u.id join tenancy t on t.contract_id = k.id
      join lateral (select count(*) as n from space s where s.building_id = t.building_id
                       and not s.is_undivided and (s.valid_to is null or s.valid_to > ${on}::date)) rooms on true
     where u.organisation_id = ${organisationId} and not u.is_protected and u.kind = 'daycare'
       and (${administrationId}::uuid is null or u.administration_id = ${administrationId}::uuid)
       and u.valid_from <= ${on}::date and (u.valid_to is null or u.valid_to > ${on}::date)
       and t.valid_from <= ${on}::date and (t.valid_to is null or t.valid_to > ${on}::date)
     group by u.id, u.code having bool_and(k.kind = 'internal')
     order by (max(rooms.n) < 5)::int, abs(count(distinct t.building_id) - 3), u.code limit ${UNITS_OF_THE_LEADER}`);
  return rows.map((row) => row.id);
}
