import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureServiceBasics } from "#db/commands/ensure-service-basics.ts";
import { addRule } from "#db/commands/responsibility/add-rule.ts";
import { changeRule, endRule } from "#db/commands/responsibility/change-rule.ts";
import { noteGap } from "#db/commands/responsibility/note-gap.ts";
import { undoRule } from "#db/commands/responsibility/undo-rule.ts";
import type { Db } from "#db/client.server.ts";
import { answerResponsibility } from "#db/queries/responsibility/answer-responsibility.ts";
import { listGaps } from "#db/queries/responsibility/list-gaps.ts";
import { listMatrixDays, listRules, listVersions } from "#db/queries/responsibility/list-rules.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";
import type { RuleForm } from "#domain/responsibility/rule-form.ts";
import { givenRule, ruleClock, ruleForm } from "../helpers/rule-form.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount, recordedOf } from "../helpers/people.ts";
import { insertSmallPortfolio } from "../helpers/small-portfolio.ts";
import type { SmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const now = ruleClock;
const today = "2026-11-20";
let city: SmallPortfolio;
let manager: Actor;

beforeAll(async () => {
  city = await insertSmallPortfolio(database.db);
  await ensureServiceBasics(database.db, city.organisationId);
  manager = await givenAccount(database.db, city.organisationId, { role: "manager" });
});

const clauseOn = async (db: Db, on: string, itemCode = "sign") => {
  const found = await answerResponsibility(
    db,
    city.organisationId,
    { itemCode, buildingId: city.daycare, on },
    now,
  );
  return found.ok ? found.value.answer.clauseDa : found.refusal;
};

const defaultRule = async (db: Db) => {
  const rules = await listRules(db, manager, today);
  return rules.find(({ location, tenure }) => location === "inside" && tenure === "own")!;
};

describe("a rule changed with effect from a day", () => {
  test("answers from that day on, while the old version stays readable as of its days, with a row in the record", () =>
    database.rollback(async (db) => {
      const before = await defaultRule(db);
      const changed = await changeRule(db, manager, before.id, ruleForm({ from: "2027-01-01" }), now);
      const ruleId = changed.ok ? changed.value.ruleId : "";
      expect(await clauseOn(db, "2026-12-31")).toBe(before.clauseDa);
      expect(await clauseOn(db, "2027-01-01")).toBe("Ny regel.");
      expect((await listVersions(db, manager, ruleId)).map((rule) => [rule.validFrom, rule.validTo])).toEqual(
        [
          ["2027-01-01", null],
          ["2017-01-01", "2027-01-01"],
          ["2013-06-01", "2017-01-01"],
        ],
      );
      expect(await listMatrixDays(db, manager)).toEqual(["2027-01-01", "2017-01-01", "2013-06-01"]);
      expect(await recordedOf(db, ruleId)).toEqual([{ action: "change", accountId: manager.accountId }]);
    }));

  test("can be undone until it is in force: the old one goes on as if nothing had been", () =>
    database.rollback(async (db) => {
      const before = await defaultRule(db);
      const changed = await changeRule(db, manager, before.id, ruleForm({ from: "2027-01-01" }), now);
      const ruleId = changed.ok ? changed.value.ruleId : "";
      expect(await undoRule(db, manager, ruleId, new Date("2027-01-01T09:00:00Z"))).toEqual({
        ...{ ok: false, refusal: "inForce" },
      });
      expect(await undoRule(db, manager, ruleId, now)).toEqual({ ok: true, value: { ruleId: before.id } });
      expect(await defaultRule(db)).toEqual(before);
      expect(await clauseOn(db, "2027-01-01")).toBe(before.clauseDa);
      expect((await recordedOf(db, ruleId)).map(({ action }) => action)).toEqual(["change", "undo"]);
      expect(await undoRule(db, manager, before.id, now)).toEqual({ ok: false, refusal: "inForce" });
    }));

  test("is refused for the past, before the rule begins, and where a later change is waiting", () =>
    database.rollback(async (db) => {
      const before = await defaultRule(db);
      const change = (id: Id, from: string) => changeRule(db, manager, id, ruleForm({ from }), now);
      expect(await change(before.id, "2026-11-19")).toEqual({ ok: false, refusal: "fromInPast" });
      const changed = await change(before.id, "2027-01-01");
      const laterId = changed.ok ? changed.value.ruleId : "";
      expect(await change(laterId, "2027-01-01")).toEqual({ ok: false, refusal: "beforeItsStart" });
      expect(await change(before.id, "2026-12-01")).toEqual({ ok: false, refusal: "laterChange" });
      expect(await endRule(db, manager, before.id, "2026-12-01", now)).toEqual({
        ok: false,
        refusal: "laterChange",
      });
      const second = await change(laterId, "2028-01-01");
      expect(second.ok).toBe(true);
      expect(await undoRule(db, manager, laterId, now)).toEqual({ ok: false, refusal: "laterChange" });
    }));

  test("leaves orders with the rule they were answered by, and a rule so used is not removed", () =>
    database.rollback(async (db) => {
      const { ruleId } = await givenRule(db, manager);
      await db.execute(sql`insert into service_case (id, organisation_id, number, building_id, text, origin, sender,
          idempotency_key, body_sha256, answer, created_at)
        values (${newId()}, ${city.organisationId}, '2026-x', ${city.daycare}, '', 'api', 'test', 'key-12345', '', '{}', now())`);
      await db.execute(sql`insert into service_order (id, organisation_id, case_id, line, building_id, item_code, cause,
          location, tenure, quantity, executor, payer, clause_da, clause_en, rule_id, state, priority, norm_minutes, created_at)
        select ${newId()}, organisation_id, id, 1, building_id, 'sign', 'wear', 'inside', 'own', 1, 'unit', 'unit', 'x',
               'x', ${ruleId}, 'received', 3, 30, now() from service_case where number = '2026-x'`);
      expect(await undoRule(db, manager, ruleId, now)).toEqual({ ok: false, refusal: "alreadyUsed" });
    }));
});

describe("a rule that ends", () => {
  test("leaves the matter to what is less particular or to nobody, and going on can be restored until then", () =>
    database.rollback(async (db) => {
      const { ruleId } = await givenRule(db, manager, { from: today });
      expect(await clauseOn(db, today)).toBe("Ny regel.");
      expect(await endRule(db, manager, ruleId, today, now)).toEqual({
        ok: false,
        refusal: "beforeItsStart",
      });
      expect((await endRule(db, manager, ruleId, "2026-12-24", now)).ok).toBe(true);
      expect(await clauseOn(db, "2026-12-23")).toBe("Ny regel.");
      expect(await clauseOn(db, "2026-12-24")).not.toBe("Ny regel.");
      expect(await endRule(db, manager, ruleId, "2026-12-27", now)).toEqual({
        ok: false,
        refusal: "alreadyEnded",
      });
      expect((await undoRule(db, manager, ruleId, now)).ok).toBe(true);
      expect(await clauseOn(db, "2026-12-24")).toBe("Ny regel.");
      const inside = await defaultRule(db);
      await endRule(db, manager, inside.id, "2027-01-01", now);
      expect(await clauseOn(db, "2027-01-01", "floor")).toMatch(/Servicedesken/);
    }));

  test("does not go on over another that was written in its stead", () =>
    database.rollback(async (db) => {
      const { ruleId } = await givenRule(db, manager, { from: today });
      await endRule(db, manager, ruleId, "2026-12-24", now);
      await givenRule(db, manager, { from: "2026-12-24", clauseDa: "Anden." });
      expect(await undoRule(db, manager, ruleId, now)).toEqual({ ok: false, refusal: "overlaps" });
    }));
});

describe("a new rule", () => {
  test("is refused where the same matter has one already, for the past, and for what is not there", () =>
    database.rollback(async (db) => {
      const write = async (parts: Partial<RuleForm>) => {
        const answer = await addRule(db, manager, ruleForm(parts), null, now);
        return answer.ok ? "saved" : answer.refusal;
      };
      expect(await write({ itemCode: null, location: "inside", tenure: "own" })).toBe("overlaps");
      expect(await write({})).toBe("saved");
      expect(await write({ from: "2028-01-01" })).toBe("overlaps");
      expect(await write({ cause: "fire" })).toBe("saved");
      expect(await write({ from: "2026-11-19", cause: "storm" })).toBe("fromInPast");
      expect(await write({ itemCode: "spaceship" })).toBe("unknownChoice");
      expect(await write({ slaCode: "none", cause: "storm" })).toBe("unknownChoice");
      expect(await write({ teamId: newId(), cause: "storm" })).toBe("unknownChoice");
      expect(await write({ level: "administration", administrationId: newId() })).toBe("unknownParty");
      expect(await write({ level: "administration", administrationId: city.buf })).toBe("saved");
      expect(await write({ level: "lease", contractNumber: "L-1001" })).toBe("saved");
      expect(await write({ level: "lease", contractNumber: "L-9999" })).toBe("unknownParty");
    }));

  test("of the default closes every gap that it answers, another only the one it was written for", () =>
    database.rollback(async (db) => {
      const gap = (itemCode: string, cause: "wear" | "fire") =>
        noteGap(
          db,
          city.organisationId,
          { itemCode, cause, location: "inside", tenure: "thirdParty", buildingId: city.office },
          now,
        );
      const [sign, fire, wall] = [
        await gap("sign", "wear"),
        await gap("sign", "fire"),
        await gap("wall", "wear"),
      ];
      const open = async () => (await listGaps(db, manager, today)).items.map(({ number }) => number).sort();
      const agreement = { level: "administration", administrationId: city.sof, itemCode: "wall" } as const;
      expect(await givenRule(db, manager, agreement)).toMatchObject({ closedGaps: 0 });
      expect(await open()).toEqual([sign.number, fire.number, wall.number].sort());
      expect(await givenRule(db, manager, { ...agreement, cause: "wear" }, wall.id)).toMatchObject({
        closedGaps: 1,
      });
      expect(await givenRule(db, manager)).toMatchObject({ closedGaps: 2 });
      expect(await open()).toEqual([]);
      const again = await gap("sign", "wear");
      expect(await listGaps(db, manager, today, again.number)).toMatchObject({ total: 1 });
    }));
});
