import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { addBenefit } from "#db/commands/benefit/add-benefit.ts";
import { answerBenefit } from "#db/commands/benefit/answer-benefit.ts";
import { askBenefits } from "#db/commands/benefit/ask-benefits.ts";
import { decideCase } from "#db/commands/council/decide-case.ts";
import { fundCase } from "#db/commands/council/fund-case.ts";
import { grantPool } from "#db/commands/council/keep-pool.ts";
import { seatInCouncil, setCouncilMeeting } from "#db/commands/council/seat-council.ts";
import { submitCase } from "#db/commands/council/submit-case.ts";
import { listBenefits } from "#db/queries/benefit/list-benefits.ts";
import { getCouncilCase } from "#db/queries/council/get-council-case.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";

import { givenCouncil, now, seen, submitted, type Scene } from "../helpers/small-council.ts";

const database = useDatabase();

const decide = async (
  db: Db,
  actor: Actor,
  id: Id,
  event: "approved" | "returned" | "rejected" | "commented",
  words = "",
) => decideCase(db, actor, await seen(db, id), { event, words }, now);

const inScene = (work: (db: Db, scene: Scene) => Promise<unknown>) =>
  database.rollback(async (db) => work(db, await givenCouncil(db)));

describe("The council", () => {
  test("gets a case frozen with its hash; the chair, or who stands in, decides; a member comments", () =>
    inScene(async (db, scene) => {
      const { id } = await submitted(db, scene);
      expect(await decide(db, scene.member, id, "commented", "Husk cykelparkering")).toMatchObject({
        ok: true,
      });
      expect(await decide(db, scene.member, id, "approved")).toMatchObject({ refusal: "notNow" });
      expect(await decide(db, scene.planner, id, "approved")).toMatchObject({ refusal: "notNow" });
      expect(await decide(db, scene.outsider, id, "approved")).toMatchObject({ refusal: "notFound" });
      expect(await decide(db, scene.deputy, id, "approved", "Fin sag")).toMatchObject({ ok: true });
      const found = await getCouncilCase(db, scene.member, id);
      expect(found!.status).toBe("approved");
      expect(found!.submission!.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(found!.events.map(({ event }) => event)).toEqual(["submitted", "commented", "approved"]);
      expect(await getCouncilCase(db, scene.outsider, id)).toBeNull();
    }));

  test("does not decide on a case that has changed since, until it is submitted anew", () =>
    inScene(async (db, scene) => {
      const { id, scenarioId } = await submitted(db, scene);
      await db.execute(sql`update colocation_case set horizon_years = 40 where id = ${id}`);
      expect(await decide(db, scene.chair, id, "approved")).toMatchObject({ refusal: "inputsChanged" });
      expect(await decide(db, scene.chair, id, "rejected", "Nej")).toMatchObject({
        refusal: "inputsChanged",
      });
      const form = { scenarioId, meetingId: null, words: "" };
      expect(await submitCase(db, scene.planner, await seen(db, id), form, now)).toMatchObject({
        ok: true,
        value: { round: 2 },
      });
      expect(await decide(db, scene.chair, id, "approved")).toMatchObject({ ok: true });
    }));

  test("says why when it sends back, and the case comes again", () =>
    inScene(async (db, scene) => {
      const { id, scenarioId } = await submitted(db, scene);
      expect(await decide(db, scene.chair, id, "returned", "  ")).toMatchObject({ refusal: "reasonMissing" });
      expect(await decide(db, scene.chair, id, "returned", "Mangler drift")).toMatchObject({ ok: true });
      const old = { id, version: 1 };
      const form = { scenarioId, meetingId: null, words: "" };
      expect(await submitCase(db, scene.planner, old, form, now)).toMatchObject({ refusal: "changed" });
      expect(await submitCase(db, scene.chair, await seen(db, id), form, now)).toMatchObject({
        refusal: "notNow",
      });
      expect(
        await submitCase(db, scene.planner, await seen(db, id), { ...form, scenarioId: newId() }, now),
      ).toMatchObject({ refusal: "noScenario" });
      expect(await submitCase(db, scene.planner, await seen(db, id), form, now)).toMatchObject({ ok: true });
    }));

  test("has one chair, named by an administrator, and meetings set by who plans or leads it", () =>
    inScene(async (db, { admin, planner, member, chair, outsider }) => {
      const seat = { accountId: member.accountId, deputyAccountId: null, seat: "chair" as const };
      expect(await seatInCouncil(db, planner, seat, now)).toMatchObject({ refusal: "notAllowed" });
      expect(
        await seatInCouncil(db, admin, { ...seat, deputyAccountId: member.accountId }, now),
      ).toMatchObject({ refusal: "noAccount" });
      expect(await seatInCouncil(db, admin, seat, now)).toMatchObject({ ok: true });
      const chairs = await db.execute(
        sql`select account_id from council_seat where seat = 'chair' and valid_to is null`,
      );
      expect(chairs).toEqual([{ account_id: member.accountId }]);
      expect(await setCouncilMeeting(db, outsider, { heldOn: "2026-12-01", place: "" }, now)).toMatchObject({
        refusal: "notAllowed",
      });
      expect(await setCouncilMeeting(db, member, { heldOn: "2026-02-30", place: "" }, now)).toMatchObject({
        refusal: "notADay",
      });
      expect(
        await setCouncilMeeting(db, planner, { heldOn: "2026-12-01", place: "Rådhuset" }, now),
      ).toMatchObject({ ok: true });
      expect(chair.accountId).not.toBe(member.accountId);
    }));
});

describe("The pool", () => {
  test("pays approved cases by its rules, and its balance is the sum of its entries", () =>
    inScene(async (db, scene) => {
      const { chair, planner, poolId } = scene;
      expect(await grantPool(db, planner, { poolId, year: 2026 }, now)).toMatchObject({
        refusal: "notAllowed",
      });
      expect(await grantPool(db, chair, { poolId, year: 2026 }, now)).toMatchObject({
        ok: true,
        value: 1_000,
      });
      expect(await grantPool(db, chair, { poolId, year: 2026 }, now)).toMatchObject({
        refusal: "alreadyGranted",
      });
      const { id } = await submitted(db, scene);
      const fund = async (actor: Actor, amountOre: number, words = "", paybackYears: number | null = 4) =>
        fundCase(db, actor, await seen(db, id), { poolId, amountOre, words }, { paybackYears, now });
      expect(await fund(chair, 400)).toMatchObject({ refusal: "notNow" });
      await decide(db, chair, id, "approved");
      expect(await fund(planner, 400)).toMatchObject({ refusal: "notNow" });
      expect(await fund(chair, 1_001)).toMatchObject({ refusal: "overdrawn" });
      expect(await fund(chair, 400, "", 9)).toMatchObject({ refusal: "paybackNeedsReason" });
      expect(await fund(chair, 400, "Værd det over levetiden", 9)).toMatchObject({ ok: true });
      const [pool] = await db.execute(sql`
        select p.balance_ore::int as balance, (select sum(amount_ore) from investment_pool_entry)::int as entries from investment_pool p`);
      expect(pool).toEqual({ balance: 600, entries: 600 });
    }));

  test("is not overdrawn by two at once: one is funded, the other is told", async () => {
    const scene = await givenCouncil(database.db);
    const { chair, poolId } = scene;
    await grantPool(database.db, chair, { poolId, year: 2026 }, now);
    const ids: Id[] = [];
    for (const name of ["En", "To"]) {
      const { id } = await submitted(database.db, scene, name);
      await decide(database.db, chair, id, "approved");
      ids.push(id);
    }
    const asked = await Promise.all(ids.map((id) => seen(database.db, id)));
    const answers = await Promise.all(
      asked.map((one) =>
        fundCase(database.db, chair, one, { poolId, amountOre: 700, words: "" }, { paybackYears: 3, now }),
      ),
    );
    expect(answers.map((one) => (one.ok ? "funded" : one.refusal)).sort()).toEqual(["funded", "overdrawn"]);
    const [pool] = await database.db.execute(
      sql`select balance_ore::int as balance from investment_pool where id = ${poolId}`,
    );
    expect(pool).toEqual({ balance: 300 });
  });
});

describe("Benefits", () => {
  test("are asked about once a year and answered by their owner, apart from what budgets cover", () =>
    inScene(async (db, scene) => {
      const { small, planner, chair, member, outsider } = scene;
      const { id } = await submitted(db, scene);
      await decide(db, chair, id, "approved");
      const line = {
        ...{
          label: "Husleje",
          administrationId: small.buf,
          kind: "rent" as const,
          isHard: true,
          requiredOre: 300,
        },
        ...{ fromYear: 2026, phaseYears: 3, securedBy: "" },
      };
      expect(await addBenefit(db, chair, id, line, now)).toMatchObject({ refusal: "notAllowed" });
      expect(await addBenefit(db, planner, id, { ...line, administrationId: newId() }, now)).toMatchObject({
        refusal: "noAdministration",
      });
      const added = await addBenefit(db, planner, id, line, now);
      if (!added.ok) throw new Error(added.refusal);
      expect(await askBenefits(db, member, 2026, now)).toMatchObject({ refusal: "notAllowed" });
      expect(await askBenefits(db, chair, 2025, now)).toMatchObject({ value: 0 });
      expect(await askBenefits(db, chair, 2026, now)).toMatchObject({ value: 1 });
      expect(await askBenefits(db, chair, 2026, now)).toMatchObject({ value: 0 });
      const mails = await db.execute(
        sql`select payload ->> 'accountId' as account from outbox where kind = 'mailBenefit'`,
      );
      expect(mails).toEqual([{ account: member.accountId }]);
      const answer = {
        year: 2026,
        realisedOre: 100,
        budgetCutOre: 50,
        isBudgetReduced: true,
        words: "Ny aftale",
      };
      expect(await answerBenefit(db, outsider, added.value, answer, now)).toMatchObject({
        refusal: "notAllowed",
      });
      expect(await answerBenefit(db, member, added.value, answer, now)).toMatchObject({ ok: true });
      const [row] = await listBenefits(db, member, { caseId: id });
      expect(row!.years).toMatchObject([
        { year: 2026, realisedOre: 100, budgetCutOre: 50, isBudgetReduced: true },
      ]);
      expect(row!.years[0]!.askedAt).not.toBeNull();
      expect(await listBenefits(db, outsider)).toEqual([]);
    }));
});
