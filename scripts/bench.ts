import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import type { DatabaseAddress } from "#db/client.server.ts";
import { dayAt } from "#domain/day.ts";
import { ensureBuild } from "./build.ts";
import { measureClient } from "./bench/client-size.ts";
import { measureDatabase, type Figure } from "./bench/measure-database.ts";
import { measureBoard } from "./bench/measure-board.ts";
import { measureMap } from "./bench/measure-map.ts";
import { measureMemory } from "./bench/measure-memory.ts";
import { measureOrders } from "./bench/measure-orders.ts";
import { measureReckoning } from "./bench/measure-reckoning.ts";
import { measureSuggestions } from "./bench/measure-suggestions.ts";
import { printFigures, printGrowth, printLines, printThroughput, type Line } from "./bench/report.ts";
import { openDatabases, openEmbedded } from "./bench/sized-databases.ts";

/** `npm run bench`: tables of what was measured beside the goals, in Markdown. Ratios speak; times depend on the machine. */
const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "2000,20000,200000" },
    server: { type: "string" },
    "skip-embedded": { type: "boolean", default: false },
    "skip-browser": { type: "boolean", default: false },
    "skip-memory": { type: "boolean", default: false },
    "only-orders": { type: "boolean", default: false },
  },
});
const sizes = values.sizes.split(",").map(Number);
const today = dayAt(new Date());
const say = (text: string) => console.error(`… ${text}`);
const lines: Line[] = [];

console.log(
  `${today}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`,
);
const isWhole = !values["only-orders"];
if (isWhole) {
  await ensureBuild(say);
  lines.push(...printLines("JavaScript to first use, gzipped", await measureClient()));
}
lines.push(...printLines("What a text is about", measureSuggestions()));

/** Sending, stepping and the board, in a database that may be written in. */
async function measureOrderFlow(title: string, address: DatabaseAddress): Promise<void> {
  lines.push(...printThroughput(`${title}, sends and status changes`, await measureOrders(address)));
  lines.push(...printFigures(`${title}, dispatch board`, 2_000, [await measureBoard(address)]));
}

if (!values["skip-embedded"]) {
  const embedded = await openEmbedded();
  if (isWhole) {
    const figures = await measureDatabase(embedded.address, today);
    lines.push(...printFigures("Embedded database, 2,000 buildings", 2_000, figures));
  }
  await measureOrderFlow("Embedded database", embedded.address);
  await embedded.stop();
}

const databases = await openDatabases(values.server ?? null, say);
try {
  await measureOrderFlow("PostgreSQL", { url: await databases.copyOfDemo() });
  if (isWhole) {
    const reckoning = await measureReckoning({ url: await databases.copyOfDemo() }, today);
    lines.push(...printLines("Recomputing backlog against its own SQL", reckoning));
    await measureSizes();
  }
} finally {
  await databases.stop();
}

/** The pages of the portfolio at every size, and the browser's and the server's part. */
async function measureSizes(): Promise<void> {
  const measured = new Map<number, Figure[]>();
  for (const size of sizes) {
    const figures = await measureDatabase({ url: await databases.ofSize(size) }, today);
    measured.set(size, figures);
    lines.push(...printFigures(`PostgreSQL, ${size.toLocaleString("en")} buildings`, size, figures));
  }
  const [small, large] = [Math.min(...sizes), Math.max(...sizes)];
  if (large > small) lines.push(...printGrowth(measured.get(small)!, measured.get(large)!, small, large));
  if (!values["skip-browser"]) {
    for (const size of new Set([small, large]))
      lines.push(
        ...printLines(
          `Map in the browser, ${size.toLocaleString("en")} buildings`,
          await measureMap(await databases.ofSize(size)),
        ),
      );
  }
  if (!values["skip-memory"])
    lines.push(...printLines("Memory of the server", await measureMemory(await databases.ofSize(small))));
}

const judged = lines.filter(({ isMet }) => isMet !== null);
console.log(`\n${judged.filter(({ isMet }) => isMet).length} of ${judged.length} goals met.`);
process.exit(0);
