import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { makeFeed, revokeFeed } from "#db/commands/lease-date/calendar-feed.ts";
import { noteDate } from "#db/commands/lease-date/note-date.ts";
import { getFeedByToken, listFeeds } from "#db/queries/lease-date/calendar-feeds.ts";
import { getDate, listDates } from "#db/queries/lease-date/list-dates.ts";
import { hashSecret } from "#db/secrets/secret.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import type { DateKey } from "#domain/lease-date/date-key.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount } from "../helpers/people.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");
let city: SmallPortfolio;
let manager: Actor;
let bufManager: Actor;
let ofDaycare: Id;
let ofShelter: Id;

beforeEach(async () => {
  city = await insertSmallPortfolio(database.db);
  await database.db.execute(sql`
    update organisation set created_at = '2026-11-01' where id = ${city.organisationId}`);
  manager = await givenAccount(database.db, city.organisationId, { role: "manager" });
  bufManager = await givenAccount(database.db, city.organisationId, {
    ...{ role: "manager", administrationIds: [city.buf] },
  });
  ofDaycare = await givenLease("F-1", city.buf, city.solsikken, { boundUntil: "2027-07-01", notice: 6 });
  ofShelter = await givenLease("F-2", city.sof, city.shelter, { boundUntil: "2027-08-01", notice: 3 });
});

interface Terms {
  boundUntil?: string;
  notice?: number;
  validTo?: string;
}

async function givenLease(number: string, administrationId: Id, unitId: Id, terms: Terms): Promise<Id> {
  const id = newId();
  await database.db.execute(sql`
    insert into contract (id, organisation_id, number, kind, administration_id, unit_id, valid_from, valid_to, notice_months,
                          non_terminable_until, source, recorded_on)
    values (${id}, ${city.organisationId}, ${number}, 'internal', ${administrationId}, ${unitId}, '2018-01-01',
            ${terms.validTo ?? null}, ${terms.notice ?? null}, ${terms.boundUntil ?? null}, 'Prøve', '2018-01-01')`);
  return id;
}

const noticeOf = (contractId: Id, on: string): DateKey => ({
  ...{ contractId, kind: "noticeDeadline", party: "both", on },
});
const ownDates = async (actor: Actor, contractId: Id) =>
  (await listDates(database.db, actor, today)).dates.filter((date) => date.contractId === contractId);

test("a lease's dates come from its terms, with those who look after its administration", async () => {
  const [notice, leave] = await ownDates(manager, ofDaycare);
  expect(notice).toMatchObject({
    on: "2027-01-01",
    kind: "noticeDeadline",
    keeperIds: [bufManager.accountId],
  });
  expect(leave).toMatchObject({ on: "2027-07-01", kind: "firstTermination", isHandled: false });
  const [ofOthers] = await ownDates(manager, ofShelter);
  expect(ofOthers!.keeperIds).toEqual([manager.accountId]);
});

test("dates are of the leases that one may read; a protected unit's are for those inside", async () => {
  const outside = city.as("leader", { unitIds: [city.skolen] });
  expect(await ownDates(outside, ofDaycare)).toEqual([]);
  expect(await ownDates(city.as("leader", { unitIds: [city.solsikken] }), ofDaycare)).toHaveLength(2);
  expect(await ownDates(city.as("planner"), ofShelter)).toEqual([]);
  expect(await ownDates(city.as("leader", { unitIds: [city.shelter] }), ofShelter)).toHaveLength(2);
  expect(await getDate(database.db, outside, noticeOf(ofDaycare, "2027-01-01"), today)).toBeNull();
});

test("what passed since the register was taken into use stays until somebody has handled it", async () => {
  const missed = await givenLease("F-3", city.buf, city.solsikken, { boundUntil: "2027-05-01", notice: 6 });
  const older = await givenLease("F-4", city.buf, city.solsikken, { boundUntil: "2027-02-01", notice: 6 });
  expect((await ownDates(manager, missed)).map(({ on }) => on)).toEqual(["2026-11-01", "2027-05-01"]);
  expect((await ownDates(manager, older)).map(({ on }) => on)).toEqual(["2027-02-01"]);
  const handled = { intent: "handle", note: "Vi bliver" } as const;
  const key = noticeOf(missed, "2026-11-01");
  expect(await noteDate(database.db, manager, key, handled, now)).toEqual({ ok: true, value: null });
  const [date] = await ownDates(manager, missed);
  expect(date).toMatchObject({ isHandled: true, note: "Vi bliver", handledBy: manager.name });
  expect(await noteDate(database.db, bufManager, key, handled, now)).toMatchObject({
    refusal: "handledBefore",
  });
  await noteDate(database.db, bufManager, key, { intent: "reopen" }, now);
  expect((await ownDates(manager, missed))[0]).toMatchObject({ isHandled: false, note: "" });
});

test("a date is taken, given away, and only to somebody who may change the lease", async () => {
  const key = noticeOf(ofDaycare, "2027-01-01");
  const note = (actor: Actor, form: Parameters<typeof noteDate>[3]) =>
    noteDate(database.db, actor, key, form, now);
  await note(bufManager, { intent: "take" });
  expect((await ownDates(manager, ofDaycare))[0]).toMatchObject({ ownerName: bufManager.name });
  await note(manager, { intent: "assign", ownerId: manager.accountId });
  expect((await ownDates(manager, ofDaycare))[0]).toMatchObject({ ownerId: manager.accountId });
  await note(manager, { intent: "assign", ownerId: null });
  expect((await ownDates(manager, ofDaycare))[0]).toMatchObject({ ownerId: null });
  const sofManager = await givenAccount(database.db, city.organisationId, {
    ...{ role: "manager", administrationIds: [city.sof] },
  });
  const given = { intent: "assign", ownerId: sofManager.accountId } as const;
  expect(await note(manager, given)).toMatchObject({ refusal: "ownerOutside" });
  expect(await note(sofManager, { intent: "take" })).toMatchObject({ refusal: "notFound" });
  const leader = city.as("leader", { unitIds: [city.solsikken] });
  expect(await note(leader, { intent: "take" })).toMatchObject({ refusal: "notAllowed" });
  const [audit] = await database.db.execute<{ count: number }>(sql`
    select count(*)::int as count from audit_entry where entity = 'leaseDate' and entity_id = ${ofDaycare}`);
  expect(audit!.count).toBe(3);
});

test("a date that the terms no longer have is nobody's to handle", async () => {
  const key = noticeOf(ofDaycare, "2027-01-01");
  await noteDate(database.db, manager, key, { intent: "take" }, now);
  await database.db.execute(sql`
    update contract set non_terminable_until = '2028-08-31' where id = ${ofDaycare}`);
  expect((await ownDates(manager, ofDaycare))[0]).toMatchObject({ on: "2028-02-29", ownerId: null });
  expect(await noteDate(database.db, manager, key, { intent: "take" }, now)).toMatchObject({
    refusal: "notFound",
  });
});

test("a calendar's address opens while it is not revoked, by its owner alone, five at most", async () => {
  const made = await makeFeed(database.db, manager, { reach: "own", locale: "da" }, now);
  if (!made.ok) throw new Error(made.refusal);
  const hash = hashSecret(made.value);
  expect(await getFeedByToken(database.db, hash, now)).toMatchObject({ accountId: manager.accountId });
  const [feed] = await listFeeds(database.db, manager);
  expect(feed!.readAt).not.toBeNull();
  expect(await listFeeds(database.db, bufManager)).toEqual([]);
  expect(await revokeFeed(database.db, bufManager, feed!.id, now)).toMatchObject({ refusal: "notFound" });
  expect(await revokeFeed(database.db, manager, feed!.id, now)).toMatchObject({ ok: true });
  expect(await getFeedByToken(database.db, hash, now)).toBeNull();
  const more = () => makeFeed(database.db, manager, { reach: "all", locale: "en" }, now);
  for (let count = 0; count < 5; count += 1) expect((await more()).ok).toBe(true);
  expect(await more()).toEqual({ ok: false, refusal: "tooMany" });
  const craftsman = await givenAccount(database.db, city.organisationId, { role: "craftsman" });
  expect(await makeFeed(database.db, craftsman, { reach: "own", locale: "da" }, now)).toMatchObject({
    refusal: "notAllowed",
  });
});
