import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { openDatabase, type OpenDatabase } from "#db/client.server.ts";
import { makeDays, makeMonths } from "#db/commands/use/prepare-months.ts";
import { migrateDatabase } from "#db/migrate.server.ts";
import { sumSeen } from "#db/queries/use/sum-seen.ts";
import type { Actor } from "#domain/actor.ts";
import { addDays } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";

/*
 * Measures observations on a real PostgreSQL: loading by COPY with and without rollups, and the portfolio's heat map from many rows.
 *   node --import tsx scripts/bench-use.ts postgres://postgres@127.0.0.1:5432/postgres [millions]
 * It makes a database of its own and drops it. One JSON line a measurement.
 */
const [server, millions = "28"] = process.argv.slice(2);
if (!server) throw new Error("Say which server: scripts/bench-use.ts postgres://… [millions of rows]");
const buildings = 2_000;
/** Moments five hours apart over two years: every hour of the week in every period, so that rollups are as large as they get. */
const moments = 3_500;
const spacesEach = Math.max(1, Math.round((Number(millions) * 1e6) / buildings / moments));
const name = `bench_use_${process.pid}`;
const say = (line: object) => console.log(JSON.stringify(line));
const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
};

/** Processor seconds of a database's own process so far, where it runs on this machine: what a busy machine does not distort. */
function processorSeconds(pid: number): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  const fields = readFileSync(file, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const admin = postgres(server, { max: 1, onnotice: () => undefined });
await admin.unsafe(`create database ${name}`);
const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
const open = openDatabase({ url }, { poolSize: 1 });
try {
  await migrateDatabase(open.sql);
  const organisationId = newId();
  const feedId = newId();
  await prepare(open, organisationId, feedId);
  await measureCopy(open, organisationId, feedId);
  await measureHeatMap(open, organisationId, feedId);
} finally {
  await open.close();
  await admin.unsafe(`drop database ${name} with (force)`);
  await admin.end();
}

/** A city without walls: buildings, spaces with places, a feed, the days of two years. */
async function prepare({ db }: OpenDatabase, organisationId: Id, feedId: Id): Promise<void> {
  await db.execute(
    sql`insert into organisation (id, name, municipality_code) values (${organisationId}, 'Bench', '0101')`,
  );
  await db.execute(sql`create unlogged table bench_space as
    select gen_random_uuid() as id, b.id as building_id, (b.n * ${spacesEach} + s)::int as n
      from (select gen_random_uuid() as id, n from generate_series(0, ${buildings - 1}) n) b, generate_series(0, ${spacesEach - 1}) s`);
  await db.execute(
    sql`insert into use_feed (id, organisation_id, name, kind) values (${feedId}, ${organisationId}, 'bench', 'sensor')`,
  );
  const days = Array.from({ length: 730 }, (_, index) => addDays("2025-01-01", index));
  await makeDays(db, organisationId, days);
  await makeMonths(
    db,
    Array.from({ length: 24 }, (_, month) => new Date(Date.UTC(2025, month, 2))),
  );
  // The read model alone decides what a portfolio is; its other tables are not asked.
  await db.execute(sql`alter table portfolio_row_now disable trigger all`);
  await db.execute(sql`set session_replication_role = replica`);
  await db.execute(sql`
    insert into portfolio_row (building_id, organisation_id, valid_from, valid_to, property_id, address_id, name, name_order, address,
      address_order, search_text, state, tenure, use_code, use_group, area_m2, let_m2, digitised_m2, administration_ids, unit_ids,
      is_protected, exterior_backlog_ore, whole_renovation_ore, unknown_leases, trust, changed_at)
    select distinct on (building_id) building_id, ${organisationId}, '2020-01-01'::date, 'infinity'::date, building_id, building_id, 'b', 'b', 'b', 'b', 'b', 'registered', 'owned',
           '441', 'school', 1000, 1000, 0, '{}', '{}', false, 0, 0, 0, 0, now() from bench_space`);
  await db.execute(sql`set session_replication_role = origin`);
  await db.execute(sql`analyze`);
}

/** A million rows by COPY: once as they are, once with the rollups that the database keeps. */
async function measureCopy({ db, sql: client }: OpenDatabase, organisationId: Id, feedId: Id): Promise<void> {
  const spaces = await db.execute<{ id: Id; building: Id }>(sql`
    select id, building_id as building from bench_space order by n limit 200`);
  const rows = 1_000_000;
  const start = Date.UTC(2026, 0, 5);
  const [backend] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  for (const withRollups of [false, true]) {
    await db.execute(
      sql.raw(`alter table observation ${withRollups ? "enable" : "disable"} trigger observation_rolled_up`),
    );
    await db.execute(sql`truncate observation`);
    const before = processorSeconds(backend!.pid);
    const seconds = await secondsOf(async () => {
      const sink = await client`copy observation from stdin`.writable();
      let text = "";
      for (let row = 0; row < rows; row++) {
        const { id, building } = spaces[row % spaces.length]!;
        const at = new Date(start + Math.floor(row / spaces.length) * 3_600_000).toISOString();
        text += `${organisationId}\t${feedId}\t${row}\t${at}\t${building}\t${id}\t${row % 23}\n`;
        if (text.length < 1 << 20) continue;
        if (!sink.write(text)) await once(sink, "drain");
        text = "";
      }
      sink.end(text);
      await once(sink, "finish");
    });
    const after = processorSeconds(backend!.pid);
    const processor = before === null || after === null ? null : after - before;
    say({
      ...{ measure: "copy", withRollups, rows, seconds, rowsPerSecond: Math.round(rows / seconds) },
      rowsPerProcessorSecond: processor && Math.round(rows / processor),
    });
  }
  await db.execute(sql`truncate observation, use_rollup, use_rollup_week, use_seen_day`);
}

/** Many rows made by the database in months, with their rollups; then the heat map of the whole portfolio, several times. */
async function measureHeatMap({ db }: OpenDatabase, organisationId: Id, feedId: Id): Promise<void> {
  const rows = moments * buildings * spacesEach;
  const step = Math.max(1, Math.round(500_000 / buildings / spacesEach));
  const seconds = await secondsOf(async () => {
    for (let from = 0; from < moments; from += step)
      await db.execute(sql`
        insert into observation (organisation_id, feed_id, sequence, observed_at, building_id, space_id, persons)
        select ${organisationId}, ${feedId}, h::bigint * ${buildings * spacesEach} + s.n, timestamptz '2025-01-01 12:00+01' + make_interval(hours => 5 * h),
               s.building_id, s.id, (h * 7 + s.n) % 29
          from generate_series(${from}::int, ${Math.min(moments, from + step) - 1}::int) h, bench_space s`);
  });
  await db.execute(sql`analyze use_rollup_week`);
  const actor: Actor = {
    ...{ accountId: organisationId, organisationId, email: "", name: "bench", locale: null },
    grants: [{ role: "manager", administrationIds: [], unitIds: [] }],
  };
  const { search } = readPortfolioSearch(new URLSearchParams(), "2026-12-30");
  const times: number[] = [];
  const [backend] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  const before = processorSeconds(backend!.pid);
  for (let round = 0; round < 7; round++)
    times.push(await secondsOf(() => sumSeen(db, actor, search, "term")));
  const after = processorSeconds(backend!.pid);
  const raw = await secondsOf(() => db.execute(sql`select sum(persons) from observation`));
  times.sort((a, b) => a - b);
  const [size] = await db.execute<{ rollups: number }>(
    sql`select count(*)::int as rollups from use_rollup_week`,
  );
  say({
    ...{ measure: "heatMap", rows, loadSeconds: seconds, rowsPerSecond: Math.round(rows / seconds) },
    ...{
      medianMs: times[3]! * 1000,
      processorMs: before === null || after === null ? null : ((after - before) / times.length) * 1000,
      leastMs: times[0]! * 1000,
      rollups: size!.rollups,
      rawSumMs: raw * 1000,
    },
  });
}
