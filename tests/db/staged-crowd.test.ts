import { expect, test } from "vitest";
import { confirmStaged } from "#db/commands/confirm-staged.ts";
import { rejectStaged } from "#db/commands/reject-staged.ts";
import { listStaged } from "#db/queries/staged/list-staged.ts";
import { summarisePortfolio } from "#db/queries/summarise-portfolio.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { readStagedSearch, type StagedSelection } from "#domain/staged/staged-search.ts";
import { useDatabase } from "../helpers/database.ts";
import { bbrRow, givenStaged, ours } from "../helpers/staged-register.ts";

/* Several people at once, and many rows at once. */

const database = useDatabase();
const now = new Date("2026-11-20T12:00:00Z");
const waiting = readStagedSearch(new URLSearchParams());
const all = (expected: number): StagedSelection => ({ search: waiting, expected });

test("of two people at once one makes the buildings, and the other is told", async () => {
  const { db } = database;
  const actor = await givenStaged(db, [bbrRow(1), bbrRow(2)], now);
  const { items } = await listStaged(db, actor, waiting);
  const selection = { ids: items.map(({ id }) => id) };
  const results = await Promise.all([1, 2, 3].map(() => confirmStaged(db, actor, selection, ours(), now)));
  const told = results.map((result) => result.ok && [result.value.buildingIds.length, result.value.already]);
  expect(told.sort()).toEqual([
    [0, 2],
    [0, 2],
    [2, 0],
  ]);
  const filtered = await confirmStaged(db, actor, all(2), ours(), now);
  expect(filtered).toEqual({ ok: false, refusal: "listChanged" });
});

test(
  "ten thousand rows at once become buildings in bounded time; more are refused",
  { timeout: 120_000 },
  () =>
    database.rollback(async (db) => {
      const rows = Array.from({ length: 10_001 }, (_, index) => bbrRow(index + 1));
      const actor = await givenStaged(db, rows, now);
      const refused = { ok: false, refusal: "tooMany" };
      expect(await confirmStaged(db, actor, all(10_001), ours(), now)).toEqual(refused);
      const { items } = await listStaged(db, actor, waiting);
      await rejectStaged(db, actor, { ids: [items[0]!.id] }, "privat", now);
      const began = performance.now();
      const result = await confirmStaged(db, actor, all(10_000), ours(), now);
      expect(result.ok && result.value.buildingIds.length).toBe(10_000);
      expect(performance.now() - began).toBeLessThan(60_000);
      const { search } = readPortfolioSearch(new URLSearchParams(), "2026-11-20");
      expect((await summarisePortfolio(db, actor, search)).buildings).toBe(10_000);
    }),
);
