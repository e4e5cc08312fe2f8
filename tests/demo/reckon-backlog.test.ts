import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { openDatabase, type Db } from "#db/client.server.ts";
import { reckonBacklog } from "#db/commands/condition/reckon-backlog.ts";
import type { Id } from "#domain/id.ts";
import { inTransaction } from "../helpers/database.ts";
import { startDemoDatabase } from "../helpers/demo-database.ts";
import { loadDay } from "../helpers/demo-template.ts";

let db: Db;
beforeAll(async () => {
  const started = await startDemoDatabase();
  const open = openDatabase(started.address, { poolSize: 2 });
  db = open.db;
  return async () => {
    await open.close();
    await started.stop();
  };
});

const buildingsOf = async (tx: Db) => [
  ...(await tx.execute<{ id: Id; organisationId: Id }>(sql`
    select distinct b.id, b.organisation_id as "organisationId" from building b
      join element_observation o on o.building_id = b.id order by b.id limit 300`)),
];

const sumsOf = async (tx: Db) => [
  ...(await tx.execute(sql`
    select building_id, kind, sum(amount_ore)::float8 as ore from backlog_estimate
     where valid_from <= ${loadDay}::date and valid_to is null and amount_ore > 0
     group by 1, 2 order by 1, 2`)),
];

const linesOf = async (tx: Db) => [
  ...(await tx.execute(sql`
    select l.element_id, l.remedy_id, l.work_id, l.index_factor::float8, l.index_month, l.overhead_rate::float8,
           l.amount_ore from backlog_line l join backlog_estimate e on e.id = l.estimate_id and e.valid_to is null
     order by l.remedy_id`)),
];

test("reckoning untouched buildings again reproduces every sum, line and work to the øre, as often as one likes", async () => {
  await inTransaction(db, async (tx) => {
    const buildings = await buildingsOf(tx);
    const before = { sums: await sumsOf(tx), lines: await linesOf(tx) };
    const ids = buildings.map(({ id }) => id);
    for (const _ of [1, 2]) {
      await reckonBacklog(tx, buildings[0]!.organisationId, ids, loadDay);
      expect(await sumsOf(tx)).toEqual(before.sums);
      expect(await linesOf(tx)).toEqual(before.lines);
    }
    const dropped = await tx.execute(sql`select 1 from work where state = 'dropped'`);
    expect(dropped.length).toBe(0);
  });
});

test("what a building cost yesterday is still there, and its read model tells today's", async () => {
  await inTransaction(db, async (tx) => {
    const [building] = await buildingsOf(tx);
    const { id, organisationId } = building!;
    await reckonBacklog(tx, organisationId, [id], loadDay);
    const [told] = await tx.execute<{ whole: number; exterior: number }>(sql`
      select whole_renovation_ore::float8 as whole, exterior_backlog_ore::float8 as exterior
        from portfolio_row_now where building_id = ${id}`);
    const [open] = await tx.execute<{ whole: number; exterior: number }>(sql`
      select sum(amount_ore)::float8 as whole, coalesce(sum(amount_ore) filter (where kind = 'exterior'), 0)::float8 as exterior
        from backlog_estimate where building_id = ${id} and valid_to is null`);
    expect(told).toEqual(open);
    const [closed] = await tx.execute<{ count: number }>(sql`
      select count(*)::int as count from backlog_estimate where building_id = ${id} and valid_to = ${loadDay}::date`);
    expect(closed!.count).toBeGreaterThan(0);
  });
});
