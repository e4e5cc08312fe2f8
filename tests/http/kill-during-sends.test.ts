import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#domain/id.ts";
import { ensureBuild } from "#scripts/build.ts";
import { layDemo } from "../helpers/demo-database.ts";
import { freePort, signInAt, startSite } from "../helpers/started-site.ts";

const dataDir = mkdtempSync(path.join(tmpdir(), "ejendomsportalen-kill-"));
let demo: Awaited<ReturnType<typeof layDemo>>;
let origin: string;
let site: Awaited<ReturnType<typeof startSite>> | undefined;

beforeAll(async () => {
  await ensureBuild(() => undefined);
  demo = await layDemo(dataDir);
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  Object.assign(demo.settings, { PORT: String(port) });
});

afterAll(async () => {
  // Where something was not as it should be, the last server still runs.
  site?.kill("SIGKILL");
  await demo?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Answer {
  caseNumber: string;
  orders: { id: string }[];
}

/** The cases of this test alone: while it runs the site also makes those that come again by themselves. */
const ownCases = `/api/v1/cases?limit=1&q=${encodeURIComponent("Prøve ")}`;

/** Sends one case under a key; null where the server was gone before it answered. */
async function send(cookie: string, buildingId: string, key: string): Promise<Answer | null> {
  try {
    const answer = await fetch(`${origin}/api/v1/cases`, {
      method: "POST",
      headers: { Cookie: cookie, Origin: origin, "Idempotency-Key": key, "Content-Type": "application/json" },
      body: JSON.stringify({
        buildingId,
        text: `Prøve ${key}`,
        items: [{ itemCode: "window" }, { itemCode: "wall" }],
      }),
    });
    if (answer.status !== 201) throw new Error(`answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const read = async <T>(cookie: string, address: string): Promise<T> =>
  (await (await fetch(origin + address, { headers: { Cookie: cookie } })).json()) as T;

const acknowledgedOf = (told: Map<string, Answer | null>) =>
  [...told].filter(([, answer]) => answer !== null);

test(
  "a server killed while it takes cases loses none that it acknowledged, and doubles none",
  { timeout: 240_000 },
  async () => {
    site = await startSite(demo.settings);
    const cookie = await signInAt(origin, "leader");
    const { items } = await read<{ items: { id: string }[] }>(cookie, "/api/v1/buildings?limit=1");
    const buildingId = items[0]!.id;
    const { total: before } = await read<{ total: number }>(cookie, ownCases);
    const told = new Map<string, Answer | null>();
    for (let round = 0; round < 3; round++) {
      let isUp = true;
      const sender = async () => {
        while (isUp) {
          const key = newId();
          told.set(key, null);
          told.set(key, await send(cookie, buildingId, key));
        }
      };
      const senders = Array.from({ length: 4 }, sender);
      // However slow the machine: enough have been taken, and it happens in the middle of others.
      while (acknowledgedOf(told).length < 8 * (round + 1)) await pause(20);
      await pause(Math.random() * 600);
      isUp = false;
      site.kill("SIGKILL");
      await Promise.all([once(site, "close"), ...senders]);
      site = await startSite(demo.settings);
    }
    const acknowledged = acknowledgedOf(told);
    expect(acknowledged.length).toBeGreaterThan(20);
    for (const [key, first] of told) {
      const again = await send(cookie, buildingId, key);
      expect(again).toEqual(first ?? again);
      told.set(key, again);
    }
    const { total } = await read<{ total: number }>(cookie, ownCases);
    expect(total - before).toBe(told.size);
    expect(new Set([...told.values()].map((answer) => answer!.caseNumber)).size).toBe(told.size);
    for (const [, answer] of acknowledged.slice(0, 40)) {
      const file = await read<{ orders: { id: string }[]; timeline: { event: string }[] }>(
        cookie,
        `/api/v1/cases/${answer!.caseNumber}`,
      );
      expect(file.orders.map(({ id }) => id)).toEqual(answer!.orders.map(({ id }) => id));
      expect(file.timeline.map(({ event }) => event)).toEqual(["placed"]);
    }
    site.kill("SIGTERM");
    await once(site, "close");
  },
);
