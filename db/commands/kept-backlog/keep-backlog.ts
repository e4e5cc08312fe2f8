import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { danishToday } from "#db/danish-today.ts";
import { basisKey } from "#db/queries/backlog/find-kept.ts";
import { getElementBasis } from "#db/queries/condition/get-element-basis.ts";
import { uuidArray } from "#db/sql-arrays.ts";
import { dayAt, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { reckonBlocks } from "./reckon-blocks.ts";

/** So many blocks are added up again by who changed them; of more it is only said that they hold no more. */
const mostAtOnce = 4;
/** How many buildings the work by the clock adds up in one transaction, or a few more. */
const buildingsAtOnce = 1_500;

/**
 * Keeps the sums of backlog true to a change of some buildings, in its transaction: a few blocks are added up again; what
 * touches many says that they hold no more, and the work by the clock adds them up. Until then pages add up their
 * buildings from the lines.
 */
export async function keepBacklog(tx: Db, organisationId: Id, buildingIds: readonly Id[]): Promise<void> {
  const before = await blocksOf(tx, buildingIds);
  const [clock] = await tx.execute<{ today: Day }>(sql`select ${danishToday}::text as today`);
  const { today } = clock!;
  await tx.execute(
    sql`select place_in_backlog_blocks(${organisationId}, ${uuidArray(buildingIds)}, ${today}::date)`,
  );
  const touched = new Set([...before, ...(await blocksOf(tx, buildingIds))]);
  const blocks = await hold(tx, [...touched]);
  if (blocks.length > mostAtOnce)
    await tx.execute(
      sql`update backlog_block set holds_until = null where id = any (${uuidArray(blocks)}) and holds_until is not null`,
    );
  else if (blocks.length > 0)
    await reckonBlocks(tx, blocks, await getElementBasis(tx, { organisationId }, today));
}

async function blocksOf(tx: Db, buildingIds: readonly Id[]): Promise<Id[]> {
  const rows = await tx.execute<{ id: Id }>(sql`
    select distinct block_id as id from building_backlog where building_id = any (${uuidArray(buildingIds)})`);
  return rows.map(({ id }) => id);
}

/** Locks blocks in one order, so that changes at the same time wait for each other and never in a circle. */
async function hold(tx: Db, ids: readonly Id[]): Promise<Id[]> {
  const rows = await tx.execute<{ id: Id }>(sql`
    select id from backlog_block where id = any (${uuidArray(ids)}) order by id for update`);
  return rows.map(({ id }) => id);
}

/**
 * Adds up every block that holds no more: changed by much at once, aged into a new day, or reckoned by other lives and rates.
 * Some at a time; blocks that others hold are left for the next time.
 */
export async function keepStaleBacklog(db: Db, organisationId: Id, now: Date): Promise<void> {
  const basis = await getElementBasis(db, { organisationId }, dayAt(now));
  const rows = await db.execute<{ id: Id; buildings: number }>(sql`
    select b.id, (select count(*)::int from building_backlog k where k.block_id = b.id) as buildings
      from backlog_block b
     where b.organisation_id = ${organisationId}
       and (b.kept_on <= ${basis.on}::date and b.holds_until > ${basis.on}::date and b.basis = ${basisKey(basis)}) is not true
     order by b.id`);
  let batch: Id[] = [];
  let buildings = 0;
  for (const [index, row] of rows.entries()) {
    batch.push(row.id);
    buildings += row.buildings;
    if (buildings < buildingsAtOnce && index < rows.length - 1) continue;
    const ids = batch;
    await db.transaction(async (tx) => {
      const free = await tx.execute<{ id: Id }>(sql`
        select id from backlog_block where id = any (${uuidArray(ids)}) order by id for update skip locked`);
      const own = free.map(({ id }) => id);
      if (own.length > 0) await reckonBlocks(tx, own, basis);
    });
    [batch, buildings] = [[], 0];
  }
}
