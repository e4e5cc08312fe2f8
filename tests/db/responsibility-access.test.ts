import { beforeAll, describe, expect, test } from "vitest";
import { ensureServiceBasics } from "#db/commands/ensure-service-basics.ts";
import { addRule } from "#db/commands/responsibility/add-rule.ts";
import { changeRule, endRule } from "#db/commands/responsibility/change-rule.ts";
import { noteGap } from "#db/commands/responsibility/note-gap.ts";
import { undoRule } from "#db/commands/responsibility/undo-rule.ts";
import type { Db } from "#db/client.server.ts";
import { listGaps } from "#db/queries/responsibility/list-gaps.ts";
import { listRules, listVersions } from "#db/queries/responsibility/list-rules.ts";
import type { Actor } from "#domain/actor.ts";
import { givenRule, ruleClock, ruleForm } from "../helpers/rule-form.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount, givenOrganisation } from "../helpers/people.ts";
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

const defaultRule = async (db: Db) => {
  const rules = await listRules(db, manager, today);
  return rules.find(({ location, tenure }) => location === "inside" && tenure === "own")!;
};

describe("who may", () => {
  test("write: managers and administrators; everyone else is refused, and so is another organisation", () =>
    database.rollback(async (db) => {
      const { id } = await defaultRule(db);
      const refusal = { ok: false, refusal: "notAllowed" };
      for (const role of ["planner", "administrationUser", "leader", "craftsman", "auditor"] as const) {
        const actor = city.as(role, { administrationIds: [city.buf], unitIds: [city.solsikken] });
        expect(await addRule(db, actor, ruleForm(), null, now)).toEqual(refusal);
        expect(await changeRule(db, actor, id, ruleForm(), now)).toEqual(refusal);
        expect(await endRule(db, actor, id, "2027-01-01", now)).toEqual(refusal);
        expect(await undoRule(db, actor, id, now)).toEqual(refusal);
      }
      const stranger = await givenAccount(db, await givenOrganisation(db), { role: "administrator" });
      const notFound = { ok: false, refusal: "notFound" };
      expect(await changeRule(db, stranger, id, ruleForm(), now)).toMatchObject({ ok: false });
      expect(await endRule(db, stranger, id, "2027-01-01", now)).toEqual(notFound);
      expect(await undoRule(db, stranger, id, now)).toEqual(notFound);
      expect(await listRules(db, stranger, today)).toEqual([]);
      expect(await listVersions(db, stranger, id)).toEqual([]);
    }));

  test("read: the clause of a lease is for those who may read the lease; the craftsman reads nothing", () =>
    database.rollback(async (db) => {
      const { ruleId } = await givenRule(db, manager, {
        level: "lease",
        contractNumber: "L-2001",
        from: today,
      });
      const numbersFor = async (actor: Actor) =>
        (await listRules(db, actor, today)).flatMap(({ partyName }) => partyName ?? []);
      const leader = city.as("leader", { unitIds: [city.solsikken] });
      expect(await numbersFor(manager)).toEqual(["L-2001"]);
      expect(await numbersFor(city.as("leader", { unitIds: [city.shelter] }))).toEqual(["L-2001"]);
      // The shelter is protected: a planner, who reads all other leases, does not read this one.
      for (const actor of [leader, city.as("planner")]) {
        expect(await numbersFor(actor)).toEqual([]);
        expect(await listVersions(db, actor, ruleId)).toEqual([]);
        expect((await listRules(db, actor, today)).length).toBeGreaterThan(20);
      }
      expect(await listRules(db, city.as("craftsman"), today)).toEqual([]);
      const narrow = city.as("manager", { administrationIds: [city.buf] });
      expect(await endRule(db, narrow, ruleId, "2027-01-01", now)).toEqual({
        ok: false,
        refusal: "notFound",
      });
      const clause = ruleForm({ level: "lease", contractNumber: "L-2001", cause: "fire" });
      expect(await addRule(db, narrow, clause, null, now)).toEqual({ ok: false, refusal: "unknownParty" });
    }));

  test("know where a gap was met: only who reaches the building", () =>
    database.rollback(async (db) => {
      const matter = { itemCode: "sign", cause: "wear", location: "inside", tenure: "thirdParty" } as const;
      await noteGap(db, city.organisationId, { ...matter, buildingId: city.shelterHouse }, now);
      const placeFor = async (actor: Actor) => (await listGaps(db, actor, today)).items[0]?.buildingName;
      expect(await placeFor(manager)).toBe("Huset ved Havnen");
      expect(await placeFor(city.as("planner"))).toBeNull();
    }));
});
