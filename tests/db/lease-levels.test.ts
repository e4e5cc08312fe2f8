import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { addIndexFigures } from "#db/commands/condition/add-prices.ts";
import { handOver } from "#db/commands/hand-over/hand-over.ts";
import { takeOver } from "#db/commands/hand-over/take-over.ts";
import { refreshLeaseLevels } from "#db/commands/lease/refresh-lease-levels.ts";
import { listBuildingLeases } from "#db/queries/building/list-building-leases.ts";
import { rentTerm } from "#db/schema/index.ts";
import { newId, type Id } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { keptLevels, rebuiltLevels } from "../helpers/lease-levels.ts";
import { foundLease, givenOutsideLeases, knownLease, type OutsideLeases } from "../helpers/outside-leases.ts";

const database = useDatabase();
const now = new Date("2026-11-25T12:00:00Z");
const npi = { key: "npi", source: "Statistik" } as const;

/** Two leases that BUF runs alone, the first with a rent that follows the net price index from its October of 2024. */
const inScene = (work: (db: Db, given: OutsideLeases) => Promise<void>) =>
  database.rollback(async (db) => {
    const given = await givenOutsideLeases(db, 2);
    const { organisationId } = given;
    await db.insert(rentTerm).values({
      ...{
        id: newId(),
        organisationId,
        contractId: given.leases[0]!.contractId,
        kind: "base",
        part: "capital",
      },
      ...{
        basis: "whole",
        yearlyOre: 100_000_00,
        baseMonth: "2024-10-01",
        adjustsInMonth: 1,
        monthsBefore: 3,
      },
      ...{ source: "Prøve", validFrom: "2018-01-01" },
    });
    const administrator = await given.person("administrator");
    const figures = [
      { month: "2024-10-01", value: 100 },
      { month: "2025-10-01", value: 110 },
    ];
    expect(await addIndexFigures(db, administrator, npi, figures, now)).toMatchObject({ ok: true });
    await work(db, given);
  });

const rentOn = async (db: Db, contractId: Id, on: string) => {
  const [row] = await db.execute<{ ore: number }>(sql`
    select yearly_ore::float8 as ore from lease_level
     where contract_id = ${contractId} and valid_from <= ${on}::date and valid_to > ${on}::date`);
  return row?.ore;
};

/** What the page of the first lease's building says that it costs on a day. */
const rentOnPage = async (db: Db, { leases, as }: OutsideLeases, on: string) =>
  (await listBuildingLeases(db, as("manager"), leases[0]!.buildingId, on))[0]!.annualRentOre;

test("figures of the net price index move the rents at once, and a corrected month moves them again", () =>
  inScene(async (db, given) => {
    const { leases, organisationId, person } = given;
    const { contractId } = leases[0]!;
    expect(await rentOn(db, contractId, "2026-06-01")).toBe(110_000_00);
    expect(await keptLevels(db, organisationId)).toEqual(await rebuiltLevels(db, organisationId));
    const administrator = await person("administrator");
    const later = new Date(now.getTime() + 1_000);
    await addIndexFigures(db, administrator, npi, [{ month: "2025-10-01", value: 120 }], later);
    expect(await rentOn(db, contractId, "2026-06-01")).toBe(120_000_00);
    expect(await rentOnPage(db, given, "2025-12-31")).toBe(100_000_00);
    expect(await rentOnPage(db, given, "2026-01-01")).toBe(120_000_00);
    expect(await keptLevels(db, organisationId)).toEqual(await rebuiltLevels(db, organisationId));
  }));

test("an index of other prices leaves the rents alone", () =>
  inScene(async (db, { organisationId, person }) => {
    const before = await keptLevels(db, organisationId);
    await addIndexFigures(
      db,
      await person("administrator"),
      { key: "construction", source: "Statistik" },
      [{ month: "2025-10-01", value: 150 }],
      now,
    );
    expect(await keptLevels(db, organisationId)).toEqual(before);
  }));

test("leases that are taken over, and those by which they are let on, have their levels", () =>
  inScene(async (db, { buf, leases, organisationId, person }) => {
    const manager = await person("manager");
    await refreshLeaseLevels(db, organisationId, "all");
    const forms = [
      knownLease(buf, leases[0]!, { lastDay: "2029-12-31" }),
      knownLease(buf, leases[1]!),
      foundLease(buf),
    ];
    const sending = forms.map((form, at) => ({ name: String(at + 2), form }));
    const sent = await handOver(db, manager, { kind: "lease", forms: sending, isPartial: false }, now);
    if (!sent.ok) throw new Error(JSON.stringify(sent));
    for (const id of sent.ids)
      expect(
        await takeOver(db, manager, { id, version: 1 }, { from: "2026-11-01", isLetOn: true }, now),
      ).toMatchObject({ ok: true });
    const kept = await keptLevels(db, organisationId);
    const leased = await db.execute<{ id: Id }>(sql`select id from contract where known_from = '2026-11-01'`);
    expect(leased).toHaveLength(6);
    expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(leased.map(({ id }) => id)));
    expect(kept.filter(({ to }) => to === "2030-01-01").length).toBeGreaterThan(0);
    expect(kept).toEqual(await rebuiltLevels(db, organisationId));
  }));
