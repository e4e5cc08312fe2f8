import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { syncWork } from "#app/offline/sync-work.ts";
import { keepWorklist, openWorkStore, type WorkStore } from "#app/offline/work-store.ts";
import { expectedOrder, rebased, type QueuedCommand, type SyncAnswer } from "#domain/work/queued-command.ts";
import type { WorkOrder, Worklist } from "#domain/work/work-order.ts";

const order = {
  id: "o",
  version: 3,
  state: "planned",
  spentMinutes: 0,
  materials: [],
} as unknown as WorkOrder;
const worklist: Worklist = { accountId: "me", madeAt: "", today: "2026-11-20", orders: [order] };
const command = (eventId: string, event: QueuedCommand["event"], basedOnVersion: number): QueuedCommand => ({
  ...{ eventId, orderId: "o", event, reason: "", payload: {}, basedOnVersion, status: "queued" },
  happenedAt: "2026-11-20T10:00:00Z",
});

let store: WorkStore;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  store = await openWorkStore();
});

/** A server that answers each command as told, and remembers what it was sent. */
function serverSaying(outcomes: Record<string, SyncAnswer["outcome"]>) {
  const sent: string[][] = [];
  const ask = async (_: string, init?: RequestInit) => {
    const { commands = [] } = init?.body
      ? (JSON.parse(String(init.body)) as { commands: QueuedCommand[] })
      : {};
    sent.push(commands.map(({ eventId }) => eventId));
    const answers = commands.map(({ eventId }) => ({ eventId, outcome: outcomes[eventId] ?? "applied" }));
    return Response.json({ answers, worklist });
  };
  return { ask, sent };
}

const queue = async (...commands: QueuedCommand[]) => {
  for (const one of commands) await store.put("commands", one);
};

describe("What waits on the phone", () => {
  test("is sent in the order it was given and is gone when the server has it", async () => {
    await queue(command("2", "finish", 4), command("1", "start", 3));
    const { ask, sent } = serverSaying({ 2: "duplicate" });
    expect(await syncWork(store, ask)).toBe("sent");
    expect(sent).toEqual([["1", "2"]]);
    expect(await store.getAll("commands")).toEqual([]);
  });

  test("stays where the server cannot be reached, and where it asks who we are", async () => {
    await queue(command("1", "start", 3));
    const noNetwork = () => Promise.reject(new TypeError("Failed to fetch"));
    expect(await syncWork(store, noNetwork)).toBe("offline");
    const unwell = async () => new Response(null, { status: 503 });
    expect(await syncWork(store, unwell)).toBe("offline");
    const stranger = async () => new Response(null, { status: 302 });
    expect(await syncWork(store, stranger)).toBe("signedOut");
    expect(await store.getAll("commands")).toHaveLength(1);
  });

  test("keeps a conflict and what follows it for the person to decide, and does not send them again", async () => {
    await queue(command("1", "start", 2), command("2", "finish", 3));
    const { ask, sent } = serverSaying({ 1: "conflict", 2: "held" });
    await syncWork(store, ask);
    expect((await store.getAll("commands")).map(({ status }) => status)).toEqual(["conflict", "held"]);
    await syncWork(store, ask);
    expect(sent).toEqual([["1", "2"], []]);
  });

  test("is wiped when the phone has changed hands", async () => {
    await keepWorklist(store, worklist);
    await queue(command("1", "start", 3));
    await keepWorklist(store, { ...worklist, accountId: "another" });
    expect(await store.getAll("commands")).toEqual([]);
  });
});

describe("An order with what waits", () => {
  test("stands as it will once all is sent, one version a step", () => {
    const hours = { ...command("2", "hours", 4), payload: { minutes: 30 } };
    const expected = expectedOrder(order, [command("1", "start", 3), hours, command("3", "finish", 4)]);
    expect(expected).toMatchObject({ state: "done", version: 5, spentMinutes: 30, needsDecision: false });
  });

  test("stands as the server has it where something was not taken", () => {
    const stuck = { ...command("1", "start", 2), status: "conflict" as const };
    expect(expectedOrder(order, [stuck])).toMatchObject({
      state: "planned",
      version: 3,
      needsDecision: true,
    });
  });

  test("is based anew, under new ids, where the person sends it all the same", () => {
    const stuck = [command("1", "start", 2), command("2", "finish", 3)];
    let next = 10;
    expect(rebased(stuck, 7, () => String(next++))).toMatchObject([
      { eventId: "10", basedOnVersion: 7, status: "queued" },
      { eventId: "11", basedOnVersion: 8, status: "queued" },
    ]);
  });
});
