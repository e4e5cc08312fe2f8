import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { correctCharge } from "#db/commands/charge/correct-charge.ts";
import { decideRun } from "#db/commands/charge/decide-run.ts";
import type { Db } from "#db/client.server.ts";
import { listChargedLines } from "#db/queries/charge/list-charged-lines.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { insertChargedHouse } from "../helpers/charged-house.ts";
import { useDatabase } from "../helpers/database.ts";
import { issued, linesOf, made } from "../helpers/made-run.ts";

const database = useDatabase();
const now = new Date("2026-02-01T10:00:00Z");

describe("correcting", () => {
  const corrected = async (db: Db, form: Parameters<typeof correctCharge>[3], actor: Actor, runId: Id) => {
    const answer = await correctCharge(db, actor, runId, form, now);
    return answer.ok ? answer.value : answer.refusal;
  };

  test("takes the wrong line back and puts the right one beside it; both stay, each naming the line that was wrong", () =>
    database.rollback(async (db) => {
      const house = await insertChargedHouse(db);
      const contractId = house.contracts["L-1002"]!;
      const form = { by: "terms", contractId, reason: "Aftalt leje var lavere" } as const;
      const runId = await made(db, house.ane, "2026-01");
      expect(await corrected(db, form, house.ane, runId)).toBe("notIssued");
      await decideRun(db, house.bo, runId, "approve", now);
      await decideRun(db, house.ane, runId, "issue", now);
      expect(await corrected(db, form, house.ane, runId)).toBe("nothingToCorrect");
      await db.execute(sql`update rent_term set yearly_ore = 48000 where contract_id = ${contractId}`);
      const answer = await corrected(db, form, house.ane, runId);
      const [was, is] = [Math.round((500_00 * 350) / 12), Math.round((480_00 * 350) / 12)];
      expect(answer).toMatchObject({ totalOre: is - was });
      const id = (answer as { id: Id }).id;
      expect([...(await linesOf(db, id))].map(({ entry, ore }) => [entry, ore])).toEqual([
        ["reversal", -was],
        ["replacement", is],
      ]);
      const named = await db.execute<{ corrects: Id }>(sql`
        select distinct l.corrects_line_id as corrects from charge_line l join charge c on c.id = l.charge_id where c.run_id = ${id}`);
      expect(named.length).toBe(1);
      expect(await corrected(db, form, house.ane, runId)).toBe("correctionOpen");
      // The one who wrote it does not approve it; it counts once it is issued.
      expect(await decideRun(db, house.ane, id, "approve", now)).toMatchObject({ refusal: "madeByYou" });
      const standing = async () =>
        (await listChargedLines(db, house.organisationId, runId, contractId)).get(contractId)!.standing;
      expect((await standing()).map(({ amountOre }) => amountOre)).toEqual([was]);
      await decideRun(db, house.bo, id, "approve", now);
      await decideRun(db, house.ane, id, "issue", now);
      expect((await standing()).map(({ amountOre }) => amountOre)).toEqual([is]);
      expect(await corrected(db, form, house.ane, runId)).toBe("nothingToCorrect");
      // The next month says that the difference was the correction, and nothing else.
      const next = await made(db, house.ane, "2026-02");
      const [row] = await db.execute<{ reasons: unknown }>(sql`
        select reasons from charge where run_id = ${next} and contract_id = ${contractId}`);
      expect(row!.reasons).toEqual([{ key: "base:capital", cause: "correction", deltaOre: is - was }]);
    }));

  test("one line to an amount; a lease of another organisation is not found", () =>
    database.rollback(async (db) => {
      const house = await insertChargedHouse(db);
      const contractId = house.contracts["L-1001"]!;
      const runId = await issued(db, [house.ane, house.bo], "2026-01");
      const lines = (await listChargedLines(db, house.organisationId, runId, contractId)).get(contractId)!;
      const taxes = lines.standing.find(({ key }) => key === "taxes")!;
      const form = {
        by: "amount",
        contractId,
        reason: "Skatten var 900",
        lineId: taxes.id,
        amountOre: 900_00,
      } as const;
      expect(await corrected(db, form, house.ane, runId)).toMatchObject({ totalOre: -100_00 });
      const elsewhere = await insertChargedHouse(db);
      expect(await corrected(db, form, elsewhere.ane, runId)).toBe("notFound");
      expect(await corrected(db, form, house.as("planner"), runId)).toBe("notAllowed");
    }));

  test("what was taken back once is not taken back again, whatever asks for it", async () => {
    const house = await insertChargedHouse(database.db);
    const contractId = house.contracts["L-1002"]!;
    const runId = await issued(database.db, [house.ane, house.bo], "2026-01");
    await database.db.execute(sql`update rent_term set yearly_ore = 48000 where contract_id = ${contractId}`);
    const form = { by: "terms", contractId, reason: "Aftalt leje var lavere" } as const;
    const answers = await Promise.all([1, 2].map(() => corrected(database.db, form, house.ane, runId)));
    expect(answers.filter((answer) => answer === "correctionOpen").length).toBe(1);
  });
});
