import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { act } from "#app/routes/council-case/act.server.ts";
import { councilEconomy, submissionShownTo } from "#app/routes/council-case/council-economy.server.ts";
import { decideCase } from "#db/commands/council/decide-case.ts";
import { grantPool } from "#db/commands/council/keep-pool.ts";
import type { Db } from "#db/client.server.ts";
import { getCouncilCase } from "#db/queries/council/get-council-case.ts";
import { scenarioEconomy } from "#domain/colocation/case-economy.ts";
import type { CaseInputs } from "#domain/colocation/case-inputs.ts";
import { paybackForPool } from "#domain/council/recommended-economy.ts";
import { smallCase } from "../domain/colocation/small-case.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenCouncil, now, seen, submitted, type Scene } from "../helpers/small-council.ts";

const database = useDatabase();

/** The small case of the rules pays back in 4.3 years; with its assumptions so, in another number. */
const withRefurbishing = (krone: number): CaseInputs => ({
  ...smallCase(),
  assumptions: [
    {
      ...{ id: "a", key: "refurbishOwn", premisesId: null, unitId: null, unit: "øre/m²", source: "Prøve" },
      ...{ low: krone * 100, base: krone * 100, high: krone * 100, owner: "KEjd" },
    },
  ],
});

/** An approved case whose submission rested on these inputs, and a pool that asks for payback within six years. */
async function approved(db: Db, inputs: CaseInputs) {
  const scene: Scene = await givenCouncil(db);
  await grantPool(db, scene.chair, { poolId: scene.poolId, year: 2026 }, now);
  const { id } = await submitted(db, scene);
  await decideCase(db, scene.chair, await seen(db, id), { event: "approved", words: "" }, now);
  const found = (await getCouncilCase(db, scene.chair, id))!;
  const submission = { ...found.submission!, inputs, scenarioId: inputs.scenarios[1]!.id };
  return { scene, found: { ...found, submission } };
}

const fund = (db: Db, { scene, found }: Awaited<ReturnType<typeof approved>>) =>
  act(db, scene.chair, found, {
    ...{ intent: "funded", version: String(found.version), poolId: scene.poolId, amount: "4", words: "" },
  });

test("a case that pays back within the pool's years is funded without a reason", () =>
  database.rollback(async (db) => {
    const given = await approved(db, smallCase());
    expect(paybackForPool(given.found.submission)).toBeCloseTo(4.347, 9);
    expect(await fund(db, given)).toBeNull();
    const [pool] = await db.execute(sql`select balance_ore::int as balance from investment_pool`);
    expect(pool).toEqual({ balance: 600 });
  }));

test("one that pays back later, or never, is not, and neither is one whose scenario moves nobody", () =>
  database.rollback(async (db) => {
    const late = await approved(db, withRefurbishing(6_000));
    expect(paybackForPool(late.found.submission)).toBeGreaterThan(6);
    expect(await fund(db, late)).toMatchObject({ refusal: "paybackNeedsReason" });
    const never = { ...late.found.submission, inputs: withRefurbishing(60_000) };
    expect(paybackForPool(never)).toBeNull();
    const found = (await getCouncilCase(db, late.scene.chair, late.found.id))!;
    expect(paybackForPool(found.submission)).toBeNull();
    expect(paybackForPool(null)).toBeNull();
  }));

test("the council reads who gains and who pays; somebody else the city's sums and their own", () =>
  database.rollback(async (db) => {
    const { scene, found } = await approved(db, smallCase());
    const { submission } = found;
    const whole = scenarioEconomy(submission.inputs, submission.inputs.scenarios[1]!);
    const member = councilEconomy(scene.member, ["member"], submission)!;
    expect(member.economy).toEqual({ municipality: whole.municipality, parties: whole.parties });
    expect(member.chance.shareAboveZero).toBeGreaterThan(0.5);
    const outsider = councilEconomy(scene.outsider, [], submission)!;
    expect(outsider.economy).toEqual({ municipality: whole.municipality, parties: [] });
    const rents = ({ units }: CaseInputs) =>
      units.flatMap(({ today }) => today.map(({ rentOre }) => rentOre));
    expect(rents(submissionShownTo(scene.member, ["member"], submission).inputs)).toEqual(
      rents(submission.inputs),
    );
    expect(rents(submissionShownTo(scene.outsider, [], submission).inputs).every((ore) => ore === 0)).toBe(
      true,
    );
  }));
