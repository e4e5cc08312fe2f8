import { openDatabase } from "#db/client.server.ts";
import { sql } from "drizzle-orm";
import { serveSite } from "./served-site.ts";
import type { Line } from "./report.ts";

/** After how many requests memory is looked at. */
const looks = [2_000, 4_000, 6_000, 8_000, 10_000];
const atOnce = 4;
/** A leak raises the least that is ever held; what a collection happens to leave over goes up and down. */
const allowedGrowth = 1.05;

const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`;

/** The server's memory over 10,000 requests of a property manager's day: the least of the first two looks and of the last two. */
export async function measureMemory(databaseUrl: string): Promise<Line[]> {
  const paths = await pathsOf(databaseUrl);
  const site = await serveSite(databaseUrl);
  const sendUntil = async (from: number, to: number) => {
    let next = from;
    const worker = async () => {
      while (next < to) {
        const path = paths[next++ % paths.length]!;
        const answer = await fetch(site.origin + path, { headers: { Cookie: site.cookie } });
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  };
  const seen: { heapUsed: number; rss: number }[] = [];
  for (const [index, until] of looks.entries()) {
    await sendUntil(looks[index - 1] ?? 0, until);
    seen.push(await site.memory());
  }
  await site.stop();
  const line = (what: string, key: "heapUsed" | "rss"): Line => {
    const values = seen.map((memory) => memory[key]);
    const [early, late] = [Math.min(...values.slice(0, 2)), Math.min(...values.slice(-2))];
    return {
      what: `${what} after ${looks.join(", ")} requests`,
      value: values.map(megabytes).join(", "),
      goal: key === "heapUsed" ? "no growth" : "",
      isMet: key === "heapUsed" ? late <= early * allowedGrowth : null,
    };
  };
  return [line("heap in use", "heapUsed"), line("resident", "rss")];
}

async function pathsOf(databaseUrl: string): Promise<string[]> {
  const { db, close } = openDatabase({ url: databaseUrl }, { poolSize: 1 });
  const rows = await db.execute<{ id: string }>(
    sql`select building_id as id from portfolio_row_now where tenure = 'owned' order by building_id limit 20`,
  );
  await close();
  const views = rows.flatMap(({ id }, index) => [
    `/buildings/${id}`,
    `/portfolio/map-data?bbox=12.${50 + index},55.66,12.${51 + index},55.67`,
    ...["skole", "havnegade", "børnehus"].map(
      (q) => `/api/v1/search?q=${encodeURIComponent(q)}&nth=${index}`,
    ),
    ...["name", "area", "backlog"].map((sort) => `/api/v1/buildings?limit=20&sort=${sort}&order=desc`),
  ]);
  return ["/portfolio?tenure=owned", "/portfolio?use=school", ...views];
}
