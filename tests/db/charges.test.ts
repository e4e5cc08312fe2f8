import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { decideRun } from "#db/commands/charge/decide-run.ts";
import { makeRun, previewRun } from "#db/commands/charge/make-run.ts";
import { addIndexFigures } from "#db/commands/condition/add-prices.ts";
import { writeCharges } from "#db/commands/charge/write-charges.ts";
import { getChargeRun, listChargeRuns } from "#db/queries/charge/list-charge-runs.ts";
import { prepareCharges } from "#db/queries/charge/prepare-charges.ts";
import { readIndexFile } from "#domain/condition/index-file.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { insertChargedHouse, insertTerm } from "../helpers/charged-house.ts";
import { useDatabase } from "../helpers/database.ts";
import { issued, linesOf, made, period } from "../helpers/made-run.ts";

const database = useDatabase();
const now = new Date("2026-02-01T10:00:00Z");

/** 600 kr. × 350 m² × 119.1 / 116.4 a year, a twelfth of it in December, before any indexing in 2025: 600 × 350 / 12. */
const indexed = Math.round(((600_00 * 350 * 119.1) / 116.4) * (1 / 12));

describe("making a run", () => {
  test("charges every lease its lines, which sum to it and to the run; asked again it is the same run", () =>
    database.rollback(async (db) => {
      const house = await insertChargedHouse(db);
      const first = await makeRun(db, house.ane, period("2026-01"), now);
      expect(first).toMatchObject({ ok: true, value: { status: "draft", isRepeated: false } });
      const { id, totalOre } = (first as { value: { id: Id; totalOre: number } }).value;
      const lines = [...(await linesOf(db, id))];
      expect(lines).toEqual([
        { number: "L-1001", key: "base:capital", entry: "charge", ore: indexed },
        { number: "L-1001", key: "taxes", entry: "charge", ore: 1_000_00 },
        { number: "L-1002", key: "base:capital", entry: "charge", ore: Math.round((500_00 * 350) / 12) },
        { number: "L-2001", key: "base:capital", entry: "charge", ore: Math.round((400_00 * 400) / 12) },
      ]);
      expect(lines.reduce((sum, { ore }) => sum + ore, 0)).toBe(totalOre);
      expect(await makeRun(db, house.bo, period("2026-01"), now)).toEqual({
        ...{ ok: true, value: { id, status: "draft", totalOre, isRepeated: true } },
      });
      expect(await previewRun(db, house.ane, period("2026-01"))).toMatchObject({
        value: { leases: 3, totalOre },
      });
    }));

  test("says why January is dearer than December: the index, to the øre", () =>
    database.rollback(async (db) => {
      const house = await insertChargedHouse(db);
      await made(db, house.ane, "2025-12");
      const id = await made(db, house.ane, "2026-01");
      const [row] = await db.execute<{ total: number; previous: number; reasons: unknown }>(sql`
        select total_ore as total, previous_ore as previous, reasons from charge
         where run_id = ${id} and contract_id = ${house.contracts["L-1001"]!}`);
      expect(row!.reasons).toEqual([
        { key: "base:capital", cause: "index", deltaOre: row!.total - row!.previous },
      ]);
      expect(row!.total - row!.previous).toBe(indexed - 17_500_00);
    }));

  test("an index month that is missing stops it before anything is written, and every lease is named", () =>
    database.rollback(async (db) => {
      const house = await insertChargedHouse(db);
      expect(await makeRun(db, house.ane, period("2027-01"), now)).toMatchObject({
        ...{ ok: false, refusal: "indexMonthMissing" },
        missing: [{ number: "L-1001", month: "2026-10-01" }],
      });
      expect(await listChargeRuns(db, house.ane)).toEqual([]);
    }));

  test("what was broken off half-way is gone on with, and nobody is charged twice", () =>
    database.rollback(async (db) => {
      const house = await insertChargedHouse(db);
      const { organisationId } = house;
      const whole = await prepareCharges(db, organisationId, period("2026-01"), 0.02);
      const runId = await made(db, house.ane, "2026-01");
      await db.execute(sql`
        delete from charge where run_id = ${runId} and contract_id <> ${house.contracts["L-1002"]!}`);
      await db.execute(sql`update charge_run set status = 'making' where id = ${runId}`);
      expect(await made(db, house.bo, "2026-01")).toBe(runId);
      await writeCharges(db, { id: runId, organisationId }, whole.charges);
      expect((await linesOf(db, runId)).length).toBe(4);
      expect((await getChargeRun(db, house.ane, runId))!.totalOre).toBe(
        whole.charges.reduce((sum, { totalOre }) => sum + totalOre, 0),
      );
    }));

  test("a quarter does not fall on a month that has a run, nor a month on its quarter", () =>
    database.rollback(async (db) => {
      const house = await insertChargedHouse(db);
      await made(db, house.ane, "2026-02");
      expect(await makeRun(db, house.ane, period("2026-Q1"), now)).toEqual({
        ...{ ok: false, refusal: "overlaps", period: "2026-02" },
      });
      await made(db, house.ane, "2025-Q4");
      expect(await makeRun(db, house.ane, period("2025-11"), now)).toMatchObject({ period: "2025-Q4" });
    }));

  test("only who writes every lease makes one, and each reads of it what is theirs", () =>
    database.rollback(async (db) => {
      const house = await insertChargedHouse(db);
      for (const actor of [
        house.as("planner"),
        house.as("leader", { unitIds: [house.solsikken] }),
        house.as("manager", { administrationIds: [house.buf] }),
        house.as("administrationUser", { administrationIds: [house.buf] }),
      ])
        expect(await makeRun(db, actor, period("2026-01"), now)).toEqual({
          ok: false,
          refusal: "notAllowed",
        });
      const id = await made(db, house.ane, "2026-01");
      const leader = house.as("leader", { unitIds: [house.solsikken] });
      expect(await getChargeRun(db, leader, id)).toMatchObject({ leases: 1, totalOre: indexed + 1_000_00 });
      // The shelter is protected: a planner reads everything else.
      expect(await getChargeRun(db, house.as("planner"), id)).toMatchObject({ leases: 2 });
      const elsewhere = await insertChargedHouse(db);
      expect(await getChargeRun(db, elsewhere.ane, id)).toBeNull();
      expect(await decideRun(db, elsewhere.bo, id, "approve", now)).toEqual({
        ok: false,
        refusal: "notFound",
      });
    }));
});

describe("deciding", () => {
  test("takes four eyes twice, and an issued period is refused", () =>
    database.rollback(async (db) => {
      const house = await insertChargedHouse(db);
      const id = await made(db, house.ane, "2026-01");
      const by = async (actor: Actor, what: "approve" | "issue") => {
        const answer = await decideRun(db, actor, id, what, now);
        return answer.ok ? answer.value.status : answer.refusal;
      };
      expect(await by(house.ane, "approve")).toBe("madeByYou");
      expect(await by(house.bo, "issue")).toBe("wrongState");
      expect(await by(house.bo, "approve")).toBe("approved");
      expect(await by(house.bo, "issue")).toBe("approvedByYou");
      expect(await by(house.ane, "issue")).toBe("issued");
      expect(await makeRun(db, house.ane, period("2026-01"), now)).toEqual({
        ok: false,
        refusal: "alreadyIssued",
      });
      const audit = await db.execute<{ action: string }>(sql`
        select action from audit_entry where entity_id = ${id} order by at, id`);
      expect(audit.map(({ action }) => action)).toEqual(["make", "approve", "issue"]);
    }));

  test("what is issued cannot be changed or taken away, even by hand", async () => {
    const house = await insertChargedHouse(database.db);
    const id = await issued(database.db, [house.ane, house.bo], "2026-01");
    for (const statement of [
      sql`delete from charge_run where id = ${id}`,
      sql`update charge_run set status = 'draft' where id = ${id}`,
      sql`update charge set total_ore = 0 where run_id = ${id}`,
      sql`delete from charge_line where charge_id in (select id from charge where run_id = ${id})`,
    ])
      await expect(database.db.execute(statement)).rejects.toThrow();
  });

  test("of two who approve at once one wins and the other is told", async () => {
    const house = await insertChargedHouse(database.db);
    const id = await made(database.db, house.ane, "2026-01");
    const answers = await Promise.all(
      [house.bo, house.carl].map((actor) => decideRun(database.db, actor, id, "approve", now)),
    );
    expect(answers.map((answer) => (answer.ok ? answer.value.status : answer.refusal)).sort()).toEqual([
      ...["approved", "wrongState"],
    ]);
  });

  test("two who make the same run at once make one", async () => {
    const house = await insertChargedHouse(database.db);
    const ids = await Promise.all([house.ane, house.bo].map((actor) => made(database.db, actor, "2026-01")));
    expect(ids[0]).toBe(ids[1]);
    expect((await linesOf(database.db, ids[0]!)).length).toBe(4);
  });
});

test("a new term in the middle of a month is charged by the day, and said to be new terms", () =>
  database.rollback(async (db) => {
    const house = await insertChargedHouse(db);
    const contractId = house.contracts["L-1002"]!;
    await made(db, house.ane, "2026-03");
    await db.execute(sql`update rent_term set valid_to = '2026-04-16' where contract_id = ${contractId}`);
    await insertTerm(
      db,
      house.organisationId,
      house.contracts,
      ["L-1002", "base", "capital", "perM2", 620_00, false],
      "2026-04-16",
    );
    const id = await made(db, house.ane, "2026-04");
    const [row] = await db.execute<{ total: number; reasons: { cause: string; deltaOre: number }[] }>(sql`
      select total_ore as total, reasons from charge where run_id = ${id} and contract_id = ${contractId}`);
    expect(row!.total).toBe(Math.round(((500_00 + 620_00) / 2) * 350 * (1 / 12)));
    expect(row!.reasons.map(({ cause }) => cause)).toEqual(["amended", "days"]);
  }));

test("a month that was missing is brought in from a file, and then the run is made", () =>
  database.rollback(async (db) => {
    const house = await insertChargedHouse(db);
    expect(await makeRun(db, house.ane, period("2027-01"), now)).toMatchObject({
      refusal: "indexMonthMissing",
    });
    const { figures } = readIndexFile([
      ["måned", "indeks"],
      ["2026-10", "125,6"],
    ]);
    const npi = { key: "npi", source: "Danmarks Statistik PRIS113 (prøve)" } as const;
    expect(await addIndexFigures(db, house.ane, npi, figures, now)).toMatchObject({ refusal: "notAllowed" });
    expect(await addIndexFigures(db, house.bo, npi, figures, now)).toEqual({
      ok: true,
      value: { changed: 1 },
    });
    const run = await made(db, house.ane, "2027-01");
    const [line] = await linesOf(db, run);
    expect(line!.ore).toBe(Math.round(((600_00 * 350 * 125.6) / 116.4) * (1 / 12)));
  }));
