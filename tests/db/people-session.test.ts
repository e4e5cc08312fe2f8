import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { createApiToken } from "#db/commands/create-api-token.ts";
import { openSession } from "#db/commands/open-session.ts";
import { getActorBySession, getActorByToken } from "#db/queries/actor.ts";
import { hashSecret } from "#db/secrets/secret.ts";
import type { Actor } from "#domain/actor.ts";
import { newId } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount, givenOrganisation } from "../helpers/people.ts";

const database = useDatabase();
const now = new Date("2026-11-20T12:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

const open = async (db: Db, person: Actor) =>
  hashSecret(await openSession(db, { ...person, device: "" }, now));

test("a session ends twelve hours after its last use", () =>
  database.rollback(async (db) => {
    const hash = await open(db, await givenAccount(db, await givenOrganisation(db)));
    expect(await getActorBySession(db, hash, hours(11))).not.toBeNull();
    expect(await getActorBySession(db, hash, hours(22.5))).not.toBeNull();
    expect(await getActorBySession(db, hash, hours(35))).toBeNull();
  }));

test("a session ends seven days after signing in, however much it is used", () =>
  database.rollback(async (db) => {
    const hash = await open(db, await givenAccount(db, await givenOrganisation(db)));
    for (let hour = 11; hour < 167; hour += 11) {
      expect(await getActorBySession(db, hash, hours(hour))).not.toBeNull();
    }
    expect(await getActorBySession(db, hash, hours(167.9))).not.toBeNull();
    expect(await getActorBySession(db, hash, hours(168.1))).toBeNull();
  }));

test("the use of a session is noted at most once a minute", () =>
  database.rollback(async (db) => {
    const hash = await open(db, await givenAccount(db, await givenOrganisation(db)));
    const seenAt = async (seconds: number) => {
      await getActorBySession(db, hash, new Date(now.getTime() + seconds * 1000));
      const rows = await db.execute<{ seen: number }>(
        sql`select extract(epoch from seen_at - created_at)::int as seen from session where token_hash = ${hash}`,
      );
      return rows[0]!.seen;
    };
    expect(await seenAt(59)).toBe(0);
    expect(await seenAt(61)).toBe(61);
    expect(await seenAt(100)).toBe(61);
  }));

test("an actor holds the grants of today: their own and those they stand in for, none of yesterday or tomorrow", () =>
  database.rollback(async (db) => {
    const organisationId = await givenOrganisation(db);
    const unitId = newId();
    const deputy = await givenAccount(db, organisationId, { role: "planner", validTo: "2026-11-20" });
    const standIn = { role: "leader" as const, unitIds: [unitId], deputyAccountId: deputy.accountId };
    await givenAccount(db, organisationId, standIn);
    await givenAccount(db, organisationId, { ...standIn, validFrom: "2026-11-21", unitIds: [newId()] });
    const hash = await open(db, deputy);
    const asking = await getActorBySession(db, hash, now);
    expect(asking!.actor.grants).toEqual([{ role: "leader", administrationIds: [], unitIds: [unitId] }]);
  }));

test("the day of a grant turns at midnight in Denmark", () =>
  database.rollback(async (db) => {
    const person = await givenAccount(db, await givenOrganisation(db), {
      role: "planner",
      validFrom: "2026-11-21",
    });
    const hash = await open(db, person);
    const grantsAt = async (instant: string) =>
      (await getActorBySession(db, hash, new Date(instant)))!.actor.grants.length;
    expect(await grantsAt("2026-11-20T22:59:00Z")).toBe(0);
    expect(await grantsAt("2026-11-20T23:01:00Z")).toBe(1);
  }));

test("closing an account ends its sessions and tokens at once", () =>
  database.rollback(async (db) => {
    const person = await givenAccount(db, await givenOrganisation(db), { role: "auditor" });
    const session = await open(db, person);
    const token = hashSecret(await createApiToken(db, person, "test", now));
    expect((await getActorByToken(db, token, now))!.actor).toEqual(person);
    await db.execute(sql`update account set disabled_at = now() where id = ${person.accountId}`);
    expect(await getActorBySession(db, session, now)).toBeNull();
    expect(await getActorByToken(db, token, now)).toBeNull();
  }));

test("a token that is revoked or a year old opens nothing, and its hash is no token", () =>
  database.rollback(async (db) => {
    const person = await givenAccount(db, await givenOrganisation(db));
    const secret = await createApiToken(db, person, "test", now);
    const hash = hashSecret(secret);
    expect(await getActorByToken(db, hash, hours(24 * 364))).not.toBeNull();
    expect(await getActorByToken(db, hash, hours(24 * 366))).toBeNull();
    expect(await getActorByToken(db, hashSecret(hash.toString("hex")), now)).toBeNull();
    await db.execute(sql`update api_token set revoked_at = now() where account_id = ${person.accountId}`);
    expect(await getActorByToken(db, hash, now)).toBeNull();
  }));

test("neither a session's secret nor a token is in the database", () =>
  database.rollback(async (db) => {
    const person = await givenAccount(db, await givenOrganisation(db));
    const secret = await openSession(db, { ...person, device: "" }, now);
    const token = await createApiToken(db, person, "test", now);
    const rows = await db.execute<{ text: string }>(sql`
      select s::text as text from session s union all select t::text from api_token t
      union all select e::text from audit_entry e`);
    const everything = rows.map((row) => row.text).join("\n");
    expect(everything).toContain(hashSecret(secret).toString("hex"));
    for (const kept of [secret, token]) {
      expect(everything).not.toContain(kept);
      expect(everything).not.toContain(Buffer.from(kept).toString("hex"));
    }
  }));
