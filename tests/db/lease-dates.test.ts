import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { warnOfDates } from "#app/jobs/periodic/warn-of-dates.ts";
import { makeFeed, revokeFeed } from "#db/commands/lease-date/calendar-feed.ts";
import { noteDate } from "#db/commands/lease-date/note-date.ts";
import { getFeedByToken, listFeeds } from "#db/queries/lease-date/calendar-feeds.ts";
import { getDate, listDates } from "#db/queries/lease-date/list-dates.ts";
import { hashSecret } from "#db/secrets/secret.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import type { DateKey } from "#domain/lease-date/date-key.ts";
import { useDatabase } from "../helpers/database.ts";
import { mailBox } from "../helpers/mail-box.ts";
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
    on: "2026-12-31",
    kind: "noticeDeadline",
    keeperIds: [bufManager.accountId],
  });
  expect(leave).toMatchObject({ on: "2027-06-30", kind: "firstTermination", isHandled: false });
  const [ofOthers] = await ownDates(manager, ofShelter);
  expect(ofOthers!.keeperIds).toEqual([manager.accountId]);
});

test("dates are of the leases that one may read; a protected unit's are for those inside", async () => {
  const outside = city.as("leader", { unitIds: [city.skolen] });
  expect(await ownDates(outside, ofDaycare)).toEqual([]);
  expect(await ownDates(city.as("leader", { unitIds: [city.solsikken] }), ofDaycare)).toHaveLength(2);
  expect(await ownDates(city.as("planner"), ofShelter)).toEqual([]);
  expect(await ownDates(city.as("leader", { unitIds: [city.shelter] }), ofShelter)).toHaveLength(2);
  expect(await getDate(database.db, outside, noticeOf(ofDaycare, "2026-12-31"), today)).toBeNull();
});

test("what passed since the register was taken into use stays until somebody has handled it", async () => {
  const missed = await givenLease("F-3", city.buf, city.solsikken, { boundUntil: "2027-05-01", notice: 6 });
  const older = await givenLease("F-4", city.buf, city.solsikken, { boundUntil: "2027-02-01", notice: 6 });
  expect((await ownDates(manager, missed)).map(({ on }) => on)).toEqual(["2026-10-31", "2027-04-30"]);
  expect((await ownDates(manager, older)).map(({ on }) => on)).toEqual(["2027-01-31"]);
  const handled = { intent: "handle", note: "Vi bliver" } as const;
  const key = noticeOf(missed, "2026-10-31");
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
  const key = noticeOf(ofDaycare, "2026-12-31");
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
  const key = noticeOf(ofDaycare, "2026-12-31");
  await noteDate(database.db, manager, key, { intent: "take" }, now);
  await database.db.execute(sql`
    update contract set non_terminable_until = '2028-09-01' where id = ${ofDaycare}`);
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

test("terms that are written down stand before those of the register line, with options and own promises", async () => {
  const [term, option, change] = [newId(), newId(), newId()];
  const org = city.organisationId;
  await database.db.execute(sql`
    insert into lease_term (id, organisation_id, contract_id, landlord_notice_months, tenant_notice_months,
        landlord_bound_until, tenant_bound_until, restoration, deposit_ore, source, valid_from)
    values (${term}, ${org}, ${ofDaycare}, 12, 3, '2030-01-01', '2027-06-01', 'maintained', 100000, 'Prøve', '2018-01-01')`);
  await database.db.execute(sql`
    insert into lease_option (id, organisation_id, contract_id, kind, holder, decide_by, effect_on, months, source, valid_from)
    values (${option}, ${org}, ${ofDaycare}, 'extend', 'tenant', '2027-04-01', '2027-06-01', 60, 'Prøve', '2018-01-01')`);
  await database.db.execute(sql`
    insert into lease_change (id, organisation_id, contract_id, number, kind, state, form, created_at)
    values (${change}, ${org}, ${ofDaycare}, 1, 'terminate', 'draft', '{}', now())`);
  await database.db.execute(sql`
    insert into lease_change_step (id, organisation_id, change_id, position, key, due_on, done_on, done_by) values
      (${newId()}, ${org}, ${change}, 1, 'confirm', '2026-12-02', null, null),
      (${newId()}, ${org}, ${change}, 2, 'objection', '2026-11-18', '2026-11-17', ${manager.accountId}),
      (${newId()}, ${org}, ${change}, 3, 'keys', '2026-11-25', null, null)`);
  const dates = await ownDates(manager, ofDaycare);
  expect(dates.map(({ on, kind, party, isHandled }) => `${on} ${kind} ${party} ${isHandled}`)).toEqual([
    "2026-11-18 objectToMoveIn both true",
    "2026-12-02 confirmTermination both false",
    "2027-02-28 noticeDeadline tenant false",
    "2027-04-01 option tenant false",
    "2027-05-31 firstTermination tenant false",
    "2028-12-31 noticeDeadline landlord false",
    "2029-12-31 firstTermination landlord false",
  ]);
});

test("whoever has taken a date is warned of it once for each warning; else those who look after the lease", async () => {
  await database.db.execute(sql`delete from outbox`);
  const box = mailBox(database.db);
  const warn = async (at: string) => {
    await warnOfDates(database.db, city.organisationId, new Date(at));
    return (await box.deliver(new Date(at))).map(({ to, paragraphs }) => ({
      to,
      text: paragraphs.join(" "),
    }));
  };
  const first = await warn("2026-11-20T09:00:00Z");
  expect(first.find(({ to }) => to === bufManager.email)?.text).toContain(
    "31.12.2026: Sidste dag at opsige, F-1",
  );
  expect(first.find(({ to }) => to === manager.email)?.text).toContain("F-2");
  expect(first.find(({ to }) => to === manager.email)?.text).not.toContain("F-1");
  expect(await warn("2026-11-20T10:00:00Z")).toEqual([]);
  // The shelter's notice by 2027-04-30 comes within three months; somebody has taken the daycare's since.
  const takes = { intent: "take" } as const;
  await noteDate(database.db, manager, noticeOf(ofDaycare, "2026-12-31"), takes, now);
  const later = await warn("2026-11-21T09:00:00Z");
  expect(later).toHaveLength(1);
  expect(later[0]).toMatchObject({ to: manager.email });
  expect(later[0]!.text).toContain("F-1");
  const near = await warn("2027-02-02T09:00:00Z");
  expect(near.find(({ to }) => to === manager.email)!.text).toContain(
    "30.04.2027: Sidste dag at opsige, F-2",
  );
});

test("what was handled between the warning and its mail is not told of", async () => {
  await database.db.execute(sql`delete from outbox`);
  await warnOfDates(database.db, city.organisationId, now);
  const handled = { intent: "handle", note: "Aftalt" } as const;
  await noteDate(database.db, manager, noticeOf(ofDaycare, "2026-12-31"), handled, now);
  const mails = await mailBox(database.db).deliver(now);
  expect(mails.map(({ to }) => to)).not.toContain(bufManager.email);
});
