import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { completeHandOver } from "#db/commands/hand-over/decide-hand-over.ts";
import { handOver } from "#db/commands/hand-over/hand-over.ts";
import { takeOver } from "#db/commands/hand-over/take-over.ts";
import { refreshLeaseLevels } from "#db/commands/lease/refresh-lease-levels.ts";
import { listBuildingLeases } from "#db/queries/building/list-building-leases.ts";
import { getGatherings } from "#db/queries/hand-over/get-gatherings.ts";
import { getHandOverRegister } from "#db/queries/hand-over/get-hand-over-register.ts";
import { summarisePortfolio } from "#db/queries/summarise-portfolio.ts";
import type { Actor } from "#domain/actor.ts";
import type { HandOverForm } from "#domain/hand-over/hand-over-facts.ts";
import { newId } from "#domain/id.ts";
import { mayEnterThirdPartyLease } from "#domain/lease/who-enters-leases.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { useDatabase } from "../helpers/database.ts";
import { foundLease, givenOutsideLeases, knownLease, type OutsideLeases } from "../helpers/outside-leases.ts";

const database = useDatabase();
const now = new Date("2026-11-20T12:00:00Z");
const later = new Date("2026-11-25T12:00:00Z");

interface Scene extends OutsideLeases {
  user: Actor;
  manager: Actor;
}

const inScene = (count: number, work: (db: Db, scene: Scene) => Promise<unknown>, ofSof = 0) =>
  database.rollback(async (db) => {
    const given = await givenOutsideLeases(db, count, { ofSof });
    const user = await given.person("administrationUser", [given.buf]);
    await work(db, { ...given, user, manager: await given.person("manager") });
    await db.execute(sql`set constraints all immediate`);
  });

const totals = async (db: Db, actor: Actor, on = "2026-11-25") => {
  const { areaM2, unknownLeases } = await summarisePortfolio(
    db,
    actor,
    readPortfolioSearch(new URLSearchParams(), on).search,
  );
  return { ...areaM2, sum: areaM2.owned + areaM2.leasedIn + areaM2.outside, unknown: unknownLeases };
};

const named = (forms: HandOverForm[]) => forms.map((form, index) => ({ name: String(index + 2), form }));
const send = (db: Db, actor: Actor, forms: HandOverForm[], isPartial = false) =>
  handOver(db, actor, { kind: forms[0]!.kind, forms: named(forms), isPartial }, now);

async function sent(db: Db, actor: Actor, forms: HandOverForm[]): Promise<string[]> {
  const answer = await send(db, actor, forms);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.ids;
}

const take = (db: Db, actor: Actor, id: string, version = 1, from = "2026-11-01", isLetOn = true) =>
  takeOver(db, actor, { id, version }, { from, isLetOn }, later);

describe("taking over", () => {
  test("what the administration has put right holds, also where terms and rent were written down already", () =>
    inScene(1, async (db, { user, manager, buf, leases, organisationId }) => {
      const [lease] = leases as [(typeof leases)[number]];
      await db.execute(sql`insert into lease_term (id, organisation_id, contract_id, landlord_notice_months, tenant_notice_months, source, valid_from)
        values (${newId()}, ${organisationId}, ${lease.contractId}, 12, 6, 'p', '2018-01-01')`);
      await db.execute(sql`insert into rent_term (id, organisation_id, contract_id, kind, basis, yearly_ore, source, valid_from)
        values (${newId()}, ${organisationId}, ${lease.contractId}, 'base', 'whole', 9000000, 'p', '2018-01-01')`);
      await refreshLeaseLevels(db, organisationId, "all");
      const facts = { noticeMonths: 9, nonTerminableUntil: "2028-01-01", annualRentOre: 9_500_000 };
      const [id] = await sent(db, user, [knownLease(buf, lease, facts)]);
      expect(await take(db, manager, id!)).toMatchObject({ ok: true });
      const on = async (day: string) =>
        (await listBuildingLeases(db, manager, lease.buildingId, day)).map((one) => [
          ...[one.kind, one.noticeMonths, one.nonTerminableUntil],
        ]);
      expect(await on("2026-10-31")).toEqual([["thirdPartyIn", 6, null]]);
      expect((await on("2026-11-01")).sort()).toEqual([
        ["internal", 9, null],
        ["thirdPartyIn", 9, "2028-01-01"],
      ]);
      const [internal] = await db.execute(sql`
        select annual_rent_ore::float8 as ore from contract where kind = 'internal' and known_from = '2026-11-01'`);
      expect(internal).toEqual({ ore: 9_500_000 });
    }));

  test("ten of the leases KEjd did not know moves their m² from outside to leased in, and no m² is lost", () =>
    inScene(10, async (db, { user, manager, buf, leases }) => {
      const before = await totals(db, manager);
      expect(before.unknown).toBe(10);
      const ids = await sent(
        db,
        user,
        leases.map((lease) => knownLease(buf, lease)),
      );
      for (const id of ids) expect(await take(db, manager, id)).toMatchObject({ ok: true });
      const after = await totals(db, manager);
      const movedM2 = leases.reduce((sum, { areaM2 }) => sum + areaM2, 0);
      expect(after).toMatchObject({ unknown: 0, sum: before.sum, leasedIn: before.leasedIn + movedM2 });
      expect(after.outside).toBe(before.outside - movedM2);
      expect(after.let).toBe(before.let + movedM2);
      expect(await totals(db, manager, "2026-10-31")).toMatchObject({
        unknown: 10,
        leasedIn: before.leasedIn,
      });
      const [audit] = await db.execute(
        sql`select count(*)::int as n from audit_entry where action = 'takeOver'`,
      );
      expect(audit).toEqual({ n: 10 });
    }));

  test("one that nobody knew makes its address, building, space and lease", () =>
    inScene(1, async (db, { user, manager, buf }) => {
      const before = await totals(db, manager);
      const [id] = await sent(db, user, [foundLease(buf)]);
      expect(await take(db, manager, id!)).toMatchObject({ ok: true, value: { movedM2: 250 } });
      expect(await totals(db, manager)).toMatchObject({
        leasedIn: before.leasedIn + 250,
        outside: before.outside,
        unknown: 1,
      });
      expect(await totals(db, manager, "2026-10-31")).toMatchObject({
        outside: before.outside + 250,
        unknown: 2,
      });
      const [made] = await db.execute(sql`
        select k.number, k.known_from::text as "knownFrom", k.valid_to::text as "validTo", a.street, a.house_number as house
          from hand_over h join contract k on k.id = h.contract_id join building b on b.id = h.building_id
          join address a on a.id = b.address_id where h.id = ${id!}`);
      expect(made).toEqual({
        ...{
          number: "3P-IND-00002",
          knownFrom: "2026-11-01",
          validTo: "2030-05-01",
          street: "Fundvej",
          house: "9",
        },
      });
    }));

  test("a property that an administration ran becomes owned, and the sum stands", () =>
    inScene(1, async (db, { manager, buf, leases }) => {
      await db.execute(sql`update contract set valid_to = '2026-01-01'`);
      await db.execute(sql`update tenancy set valid_to = '2026-01-01' where side = 'in'`);
      await db.execute(
        sql`update building_version set responsible_administration_id = ${buf} where tenure = 'outside'`,
      );
      const { refreshPortfolio } = await import("#db/commands/refresh-portfolio.ts");
      await refreshPortfolio(db, manager.organisationId, "all");
      const before = await totals(db, manager);
      const register = await getHandOverRegister(db, manager, "2026-11-20");
      const property = register.known.find(({ kind }) => kind === "property")!;
      expect(property).toMatchObject({ buildingId: leases[0]!.buildingId, administrationId: buf });
      const { kind, administrationId, contractId, buildingId, unitId, facts } = property;
      const [id] = await sent(db, manager, [
        { kind, administrationId, contractId, buildingId, unitId, facts },
      ]);
      expect(await take(db, manager, id!)).toMatchObject({ ok: true });
      expect(await totals(db, manager)).toMatchObject({
        owned: before.owned + 100,
        outside: 0,
        sum: before.sum,
      });
    }));

  test("waits where something is missing, and says what", () =>
    inScene(1, async (db, { user, manager, buf }) => {
      const [id] = await sent(db, user, [
        foundLease(buf, { position: null, useCode: null, annualRentOre: null }),
      ]);
      expect(await take(db, manager, id!, 1, "2026-12-24")).toEqual({
        ...{ ok: false, refusal: "faults" },
        faults: ["dayInFuture", "rentMissing", "useMissing", "positionMissing"],
      });
      expect(await take(db, manager, id!, 1, "2021-04-30")).toMatchObject({
        faults: expect.arrayContaining(["beforeStart"]) as string[],
      });
      expect(await take(db, manager, id!, 1, "2026-02-30")).toMatchObject({
        faults: expect.arrayContaining(["dayMissing"]) as string[],
      });
      const { facts } = foundLease(buf);
      await completeHandOver(db, manager, { id: id!, version: 1 }, { facts, unitId: null }, later);
      expect(await take(db, manager, id!, 2)).toMatchObject({ ok: true });
      expect(await take(db, manager, id!, 3)).toMatchObject({ refusal: "notNow" });
    }));

  test("is for KEjd alone: neither the administration nor a manager of another one may", () =>
    inScene(1, async (db, { user, buf, sof, leases, person }) => {
      const [id] = await sent(db, user, [knownLease(buf, leases[0]!)]);
      expect(await take(db, user, id!)).toMatchObject({ refusal: "notAllowed" });
      expect(await take(db, await person("manager", [sof]), id!)).toMatchObject({ refusal: "notAllowed" });
      expect(await take(db, await person("planner"), id!)).toMatchObject({ refusal: "notAllowed" });
      expect(await take(db, await person("manager", [buf]), id!)).toMatchObject({ ok: true });
    }));

  test("closes an administration's own door with its last lease", () =>
    inScene(1, async (db, { user, manager, buf, leases }) => {
      const may = async (actor: Actor) =>
        mayEnterThirdPartyLease(actor, buf, (await getGatherings(db, actor, "2026-11-25")).get(buf)!);
      expect(await may(user)).toBe(true);
      const [id] = await sent(db, user, [knownLease(buf, leases[0]!)]);
      await take(db, manager, id!);
      expect(await may(user)).toBe(false);
      expect(await may(manager)).toBe(true);
      expect(
        await handOver(db, user, { kind: "lease", forms: named([foundLease(buf)]), isPartial: false }, later),
      ).toEqual({
        ...{ ok: false, refusal: "faults" },
        refused: [{ name: "2", faults: [{ field: "administration", fault: "closed", day: "2026-11-01" }] }],
      });
      expect(await send(db, manager, [foundLease(buf)])).toMatchObject({ ok: true });
    }));
});
