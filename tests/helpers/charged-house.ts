import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "./small-portfolio.ts";

export interface ChargedHouse extends SmallPortfolio {
  contracts: Record<string, Id>;
  /** Two managers and an administrator, who have accounts and so may be named in a run. */
  ane: Actor;
  bo: Actor;
  carl: Actor;
}

type Term = [
  number: string,
  kind: string,
  part: string | null,
  basis: "whole" | "perM2",
  yearlyOre: number,
  follows: boolean,
];

const terms: Term[] = [
  ["L-1001", "base", "capital", "perM2", 600_00, true],
  ["L-1001", "taxes", null, "whole", 12_000_00, false],
  ["L-1002", "base", "capital", "perM2", 500_00, false],
  ["L-2001", "base", "capital", "perM2", 400_00, false],
];

/** The small portfolio with terms for its leases, the index of two Octobers, and three people who may charge. */
export async function insertChargedHouse(db: Db): Promise<ChargedHouse> {
  const small = await insertSmallPortfolio(db);
  const { organisationId } = small;
  const rows = await db.execute<{ id: Id; number: string }>(
    sql`select id, number from contract where organisation_id = ${organisationId}`,
  );
  const contracts = Object.fromEntries(rows.map(({ id, number }) => [number, id]));
  for (const term of terms) await insertTerm(db, organisationId, contracts, term);
  for (const [month, value] of [
    ["2024-10-01", 116.4],
    ["2025-10-01", 119.1],
  ] as const)
    await db.execute(sql`
      insert into price_index (id, organisation_id, key, month, value, source, recorded_at)
      values (${newId()}, ${organisationId}, 'npi', ${month}::date, ${value}, 'Prøve', now())`);
  const [ane, bo, carl] = [
    await withAccount(db, small.as("manager"), "Ane"),
    await withAccount(db, small.as("administrator"), "Bo"),
    await withAccount(db, small.as("manager"), "Carl"),
  ];
  return { ...small, contracts, ane, bo, carl };
}

export async function insertTerm(
  db: Db,
  organisationId: Id,
  contracts: Record<string, Id>,
  [number, kind, part, basis, yearlyOre, follows]: Term,
  validFrom = "2020-01-01",
): Promise<void> {
  await db.execute(sql`
    insert into rent_term (id, organisation_id, contract_id, kind, part, basis, yearly_ore, base_month, adjusts_in_month,
                           months_before, source, valid_from)
    values (${newId()}, ${organisationId}, ${contracts[number]}, ${kind}, ${part}, ${basis}, ${yearlyOre},
            ${follows ? "2024-10-01" : null}, ${follows ? 1 : null}, ${follows ? 3 : null}, 'Kontrakt', ${validFrom})`);
}

async function withAccount(db: Db, actor: Actor, name: string): Promise<Actor> {
  await db.execute(sql`
    insert into account (id, organisation_id, email, name, password_hash)
    values (${actor.accountId}, ${actor.organisationId}, ${`${actor.accountId}@prøve.example`}, ${name}, 'x')`);
  return { ...actor, name };
}
