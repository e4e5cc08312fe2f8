import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import {
  readObservation,
  type Observation,
  type ObservationRefusal,
  type ObservingKind,
} from "#domain/use/observation.ts";
import { uuidArray } from "../../sql-arrays.ts";
import { withinScope } from "../../queries/portfolio-filter.ts";
import { recordChange } from "../record-change.ts";
import { judgeOrder, type KnownRow, type Numbered } from "./judge-order.ts";
import { makeDays, makeMonths } from "./prepare-months.ts";

export interface ObservationBatch {
  source: string;
  kind: ObservingKind;
  items: readonly unknown[];
}

/** What became of a batch. A refused item is named by its place in the batch, from 0. */
export interface BatchAnswer {
  added: number;
  duplicates: number;
  refused: { index: number; reason: ObservationRefusal }[];
}

/**
 * Takes a batch in, in one transaction: each item is added with its rollups, found to be there already, or refused with its
 * reason; nothing is taken in half. The same batch again adds nothing. Of one source one batch is taken at a time.
 */
export const addObservations = (
  db: Db,
  actor: Actor,
  batch: ObservationBatch,
  now: Date,
): Promise<Result<BatchAnswer, "otherKind">> =>
  db.transaction(async (tx) => {
    const feed = await lockFeed(tx, actor, batch);
    if (feed.kind !== batch.kind) return refused("otherKind");
    const answer: BatchAnswer = { added: 0, duplicates: 0, refused: [] };
    const read = batch.items.flatMap((item, index): Numbered[] => {
      const one = readObservation(item, now);
      if (one.ok) return [{ ...one.value, index }];
      answer.refused.push({ index, reason: one.reason });
      return [];
    });
    const buildings = await listSpaces(tx, actor, read, now);
    const known = read.filter(({ index, spaceId }) => {
      if (buildings.has(spaceId)) return true;
      answer.refused.push({ index, reason: "unknownSpace" });
      return false;
    });
    const { fresh, duplicates, faults } = judgeOrder(known, await listKnown(tx, feed.id, known), {
      last: await listLast(tx, feed.id),
      mustRise: batch.kind === "sensor",
    });
    answer.duplicates = duplicates;
    answer.refused.push(...faults);
    answer.refused.sort((a, b) => a.index - b.index);
    answer.added = await write(tx, actor.organisationId, feed.id, fresh, buildings);
    if (answer.added > 0)
      await recordChange(tx, actor, {
        ...{ action: "add", entity: "observations", entityId: feed.id },
        changes: { source: { from: null, to: batch.source }, added: { from: null, to: answer.added } },
      });
    return done(answer);
  });

async function lockFeed(tx: Db, { organisationId }: Actor, { source, kind }: ObservationBatch) {
  await tx.execute(sql`
    insert into use_feed (id, organisation_id, name, kind) values (${newId()}, ${organisationId}, ${source}, ${kind})
    on conflict do nothing`);
  const [feed] = await tx.execute<{ id: Id; kind: ObservingKind }>(sql`
    select id, kind from use_feed where organisation_id = ${organisationId} and name = ${source} for update`);
  return feed!;
}

/** The buildings of the spaces that the actor may tell of, by space. */
async function listSpaces(tx: Db, actor: Actor, items: Observation[], now: Date): Promise<Map<Id, Id>> {
  const ids = [...new Set(items.map(({ spaceId }) => spaceId))];
  const rows = await tx.execute<{ id: Id; buildingId: Id }>(sql`
    select s.id, s.building_id as "buildingId" from space s
      join portfolio_row_now r on r.building_id = s.building_id
     where s.id = any (${uuidArray(ids)}) and s.organisation_id = ${actor.organisationId}
       and ${withinScope(actor, "colocation", sql`r`, "write")}
       and (s.valid_to is null or s.valid_to > ${dayAt(now)}::date - 800)`);
  return new Map(rows.map(({ id, buildingId }) => [id, buildingId]));
}

const listKnown = async (tx: Db, feedId: Id, items: Observation[]): Promise<KnownRow[]> => {
  const sequences = sql`${`{${items.map(({ sequence }) => sequence).join(",")}}`}::bigint[]`;
  return [
    ...(await tx.execute<KnownRow & Record<string, unknown>>(sql`
      select sequence::float8 as sequence, (extract(epoch from observed_at) * 1000)::float8 as "atMs",
             space_id as "spaceId", persons
        from observation where feed_id = ${feedId} and sequence = any (${sequences})`)),
  ];
};

async function listLast(tx: Db, feedId: Id) {
  const rows = await tx.execute<{ spaceId: Id; sequence: number; atMs: number }>(sql`
    select space_id as "spaceId", last_sequence::float8 as sequence,
           (extract(epoch from last_observed_at) * 1000)::float8 as "atMs"
      from use_feed_space where feed_id = ${feedId}`);
  return new Map(rows.map(({ spaceId, ...last }) => [spaceId, last]));
}

async function write(
  tx: Db,
  organisationId: Id,
  feedId: Id,
  items: Observation[],
  buildings: Map<Id, Id>,
): Promise<number> {
  if (items.length === 0) return 0;
  await makeMonths(
    tx,
    items.map(({ observedAt }) => observedAt),
  );
  await makeDays(
    tx,
    organisationId,
    items.map(({ observedAt }) => dayAt(observedAt)),
  );
  const rows = items.map(({ sequence, observedAt, spaceId, persons }) => ({
    ...{ s: sequence, t: observedAt.toISOString(), p: persons, r: spaceId, b: buildings.get(spaceId)! },
  }));
  const added = await tx.execute(sql`
    insert into observation (organisation_id, feed_id, sequence, observed_at, building_id, space_id, persons)
    select ${organisationId}, ${feedId}, x.s, x.t, x.b, x.r, x.p
      from json_to_recordset(${JSON.stringify(rows)}::json) as x(s bigint, t timestamptz, b uuid, r uuid, p int)
    on conflict do nothing returning 1`);
  await tx.execute(sql`
    insert into use_feed_space as l (organisation_id, feed_id, space_id, last_sequence, last_observed_at)
    select distinct on (x.r) ${organisationId}, ${feedId}::uuid, x.r, x.s, x.t
      from json_to_recordset(${JSON.stringify(rows)}::json) as x(s bigint, t timestamptz, r uuid)
     order by x.r, x.s desc
    on conflict (feed_id, space_id) do update
       set last_sequence = excluded.last_sequence, last_observed_at = excluded.last_observed_at
     where l.last_sequence < excluded.last_sequence`);
  return added.length;
}
