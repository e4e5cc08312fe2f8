import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { openDatabase } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.server.ts";
import { listLeases } from "#db/queries/lease/list-leases.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { readLeaseSearch } from "#domain/lease/lease-search.ts";
import { fillWithLeases } from "./bench/many-leases.ts";
import { measureOperation } from "./bench/measure-database.ts";
import type { Operation } from "./bench/operations.ts";
import { startPostgres } from "./postgres.ts";

/** `node --import tsx scripts/bench-leases.ts --server postgres://…`: the rent roll at many leases, beside its bare SQL. */
const { values } = parseArgs({
  options: { leases: { type: "string", default: "300000" }, server: { type: "string" } },
});
const leases = Number(values.leases);
const today = dayAt(new Date());
const own = values.server ? null : await startPostgres();
const url = values.server ?? own!.url;
const admin = postgres(url, { max: 1, onnotice: () => undefined });
const name = `bench_leases_${process.pid}`;

/** The pages of the rent roll that people open: the first, one far in, of a kind, by rent, and as of an earlier day. */
const pages: Record<string, string[]> = {
  "first page with totals": ["", "kind=internal", "kind=thirdPartyIn", "administration=F3", "status=all"],
  "a page far in": ["page=1000", "page=2000", "page=3000", "page=4000", "page=5000"],
  "by rent, the dearest first": [
    "sort=rent&order=desc",
    "sort=rent",
    "sort=area",
    "sort=from",
    "sort=to&order=desc",
  ],
  "as of an earlier day": [
    "on=2016-06-30",
    "on=2018-06-30",
    "on=2020-06-30",
    "on=2021-06-30",
    "on=2023-06-30",
  ],
};

try {
  await admin.unsafe(`create database ${name}`);
  const at = Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const { db, sql, close } = openDatabase({ url: at }, { poolSize: 4 });
  await migrateDatabase(sql);
  await fillWithLeases(sql, leases);
  const [row] = await sql<{ id: string }[]>`select id from organisation`;
  const grants: Actor["grants"] = [{ role: "manager", administrationIds: [], unitIds: [] }];
  const actor = { accountId: row!.id, organisationId: row!.id, email: "", name: "", locale: null, grants };
  const load = loadavg()[0]!.toFixed(1);
  console.log(`${today}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${load}; ${leases} leases`);
  for (const [title, addresses] of Object.entries(pages)) {
    const operation: Operation = {
      ...{ name: title, goals: {} },
      run: (on, variant) => {
        const search = readLeaseSearch(new URLSearchParams(addresses[variant]), today);
        return listLeases(on, actor, search, { from: search.page * 50, limit: 50 });
      },
    };
    const { serverMs, bareMs, times } = await measureOperation(db, sql, operation);
    const ratio = (serverMs / bareMs).toFixed(2);
    console.log(`| ${title} | ${serverMs.toFixed(0)} ms | ${bareMs.toFixed(0)} ms | ${ratio} | ${times} |`);
  }
  await close();
} finally {
  await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.end();
  await own?.stop();
}
