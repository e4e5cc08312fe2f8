import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { limitRate } from "#db/commands/limit-rate.ts";
import { signIn } from "#db/commands/sign-in.ts";
import { endOwnSessions, signOut } from "#db/commands/sign-out.ts";
import { getActorBySession } from "#db/queries/actor.ts";
import { listOwnSessions } from "#db/queries/account-sessions.ts";
import { hashSecret } from "#db/secrets/secret.ts";
import { newId } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount, givenOrganisation, PASSWORD, recordedOf } from "../helpers/people.ts";

const database = useDatabase();
const now = new Date("2026-11-20T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const at = (address: string, email: string, password = PASSWORD) => ({
  email,
  password,
  address,
  device: "test",
});

test("the right password opens a session that says who is asking and is on record", () =>
  database.rollback(async (db) => {
    const planner = await givenAccount(db, await givenOrganisation(db), { role: "planner" });
    const result = await signIn(db, at("10.0.0.1", ` ${planner.email.toUpperCase()} `), now);
    if (!result.ok) throw new Error(result.refusal);
    const asking = await getActorBySession(db, hashSecret(result.value.secret), now);
    expect(asking).toEqual({ actor: planner, mustChangePassword: false });
    expect(await recordedOf(db, planner.accountId)).toEqual([
      { action: "signIn", accountId: planner.accountId },
    ]);
  }));

test("an unknown email, a closed account and a wrong password are refused alike", () =>
  database.rollback(async (db) => {
    const organisationId = await givenOrganisation(db);
    const known = await givenAccount(db, organisationId);
    const closed = await givenAccount(db, organisationId);
    await db.execute(sql`update account set disabled_at = now() where id = ${closed.accountId}`);
    const refused = { ok: false, refusal: "wrong" };
    expect(await signIn(db, at("10.0.0.2", "nobody@test.example"), now)).toEqual(refused);
    expect(await signIn(db, at("10.0.0.2", closed.email), now)).toEqual(refused);
    expect(await signIn(db, at("10.0.0.2", known.email, "something else"), now)).toEqual(refused);
  }));

test("after five wrong guesses the right password waits too, from that address and for a quarter of an hour", () =>
  database.rollback(async (db) => {
    const { email } = await givenAccount(db, await givenOrganisation(db));
    for (let guess = 0; guess < 5; guess++) await signIn(db, at("10.0.0.3", email, `guess ${guess}`), now);
    expect(await signIn(db, at("10.0.0.3", email), now)).toEqual({ ok: false, refusal: "tooMany" });
    expect((await signIn(db, at("10.0.0.4", email), now)).ok).toBe(true);
    expect((await signIn(db, at("10.0.0.3", email), later(16))).ok).toBe(true);
  }));

test("right passwords are no guesses, however many", () =>
  database.rollback(async (db) => {
    const { email } = await givenAccount(db, await givenOrganisation(db));
    for (let time = 0; time < 8; time++) {
      expect((await signIn(db, at("10.0.0.5", email), now)).ok).toBe(true);
    }
  }));

test("guesses at ever new accounts from one address end as well", () =>
  database.rollback(async (db) => {
    const key = "sign-in-test";
    for (let guess = 0; guess < 60; guess++) await limitRate(db, key, { limit: 60, windowSeconds: 900 }, now);
    const verdict = await limitRate(db, key, { limit: 60, windowSeconds: 900 }, later(5));
    expect(verdict).toEqual({ isAllowed: false, retryAfterSeconds: 600 });
  }));

test("of twenty attempts at once against a limit of five exactly five pass", async () => {
  const key = `race-${newId()}`;
  const attempt = () => limitRate(database.db, key, { limit: 5, windowSeconds: 60 }, now);
  const verdicts = await Promise.all(Array.from({ length: 20 }, attempt));
  expect(verdicts.filter((verdict) => verdict.isAllowed)).toHaveLength(5);
});

test("signing out ends the session, and the same secret opens nothing afterwards", () =>
  database.rollback(async (db) => {
    const person = await givenAccount(db, await givenOrganisation(db), { role: "auditor" });
    const result = await signIn(db, at("10.0.0.6", person.email), now);
    if (!result.ok) throw new Error(result.refusal);
    await signOut(db, result.value.secret);
    await signOut(db, result.value.secret);
    expect(await getActorBySession(db, hashSecret(result.value.secret), now)).toBeNull();
    const actions = (await recordedOf(db, person.accountId)).map((entry) => entry.action);
    expect(actions.filter((action) => action === "signOut")).toHaveLength(1);
  }));

test("nobody ends or lists the sessions of others", () =>
  database.rollback(async (db) => {
    const organisationId = await givenOrganisation(db);
    const [mine, theirs] = [await givenAccount(db, organisationId), await givenAccount(db, organisationId)];
    for (const { email } of [mine, theirs]) await signIn(db, at("10.0.0.7", email), now);
    const [their] = await listOwnSessions(db, theirs, now);
    expect(await endOwnSessions(db, mine, { hash: their!.hash })).toBe(0);
    expect(await endOwnSessions(db, mine, { allBut: null })).toBe(1);
    expect(await listOwnSessions(db, mine, now)).toEqual([]);
    expect(await listOwnSessions(db, theirs, now)).toHaveLength(1);
  }));
