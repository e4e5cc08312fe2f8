import { expect, test } from "vitest";
import { changePassword } from "#db/commands/change-password.ts";
import { createAccount } from "#db/commands/create-account.ts";
import { setAccountDisabled } from "#db/commands/disable-account.ts";
import { grantRole } from "#db/commands/grant-role.ts";
import { openSession } from "#db/commands/open-session.ts";
import { resetPassword } from "#db/commands/reset-password.ts";
import { signIn } from "#db/commands/sign-in.ts";
import { listChanges } from "#db/queries/audit.ts";
import { getAccount, listAccounts, listGrantChoices } from "#db/queries/accounts.ts";
import { getActorBySession } from "#db/queries/actor.ts";
import { hashSecret } from "#db/secrets/secret.ts";
import { roles } from "#domain/actor.ts";
import { newId } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount, givenOrganisation, PASSWORD, recordedOf } from "../helpers/people.ts";

const database = useDatabase();
const now = new Date("2026-11-20T12:00:00Z");
const today = "2026-11-20";
const planner = { role: "planner" as const, administrationIds: [], unitIds: [], deputyAccountId: null };
const form = (email: string) => ({ email, name: "Ny Testperson (fiktiv)", ...planner });
const enter = (email: string, password: string) => ({ email, password, address: "10.1.0.1", device: "" });

test("only administrators create, grant, close, reset or list accounts", () =>
  database.rollback(async (db) => {
    const organisationId = await givenOrganisation(db);
    const target = await givenAccount(db, organisationId, { role: "planner" });
    const refused = { ok: false, refusal: "notAllowed" };
    for (const role of roles.filter((role) => role !== "administrator")) {
      const actor = await givenAccount(db, organisationId, { role });
      expect(await createAccount(db, actor, form("x@test.example"), today)).toEqual(refused);
      expect(
        await grantRole(db, actor, actor.accountId, { ...planner, role: "administrator" }, today),
      ).toEqual(refused);
      expect(await setAccountDisabled(db, actor, target.accountId, true, now)).toEqual(refused);
      expect(await resetPassword(db, actor, target.accountId, now)).toEqual(refused);
      expect((await listGrantChoices(db, actor, today)).accounts).toEqual([]);
      const mayRead = role === "auditor";
      expect((await listAccounts(db, actor, "", today)).total > 0).toBe(mayRead);
      expect((await getAccount(db, actor, target.accountId, today)) !== null).toBe(mayRead);
      expect((await getAccount(db, actor, actor.accountId, today))!.email).toBe(actor.email);
    }
  }));

test("an administrator reaches nobody of another organisation", () =>
  database.rollback(async (db) => {
    const admin = await givenAccount(db, await givenOrganisation(db), { role: "administrator" });
    const stranger = await givenAccount(db, await givenOrganisation(db), { role: "planner" });
    const refused = { ok: false, refusal: "unknownAccount" };
    expect(await grantRole(db, admin, stranger.accountId, planner, today)).toEqual(refused);
    expect(await setAccountDisabled(db, admin, stranger.accountId, true, now)).toEqual(refused);
    expect(await resetPassword(db, admin, stranger.accountId, now)).toEqual(refused);
    const deputised = { ...form("y@test.example"), deputyAccountId: stranger.accountId };
    expect(await createAccount(db, admin, deputised, today)).toEqual({ ok: false, refusal: "unknownScope" });
    expect((await listAccounts(db, admin, "", today)).items.map((row) => row.id)).toEqual([admin.accountId]);
  }));

test("a new account signs in with its one-time password, must change it, and is on record without it", () =>
  database.rollback(async (db) => {
    const admin = await givenAccount(db, await givenOrganisation(db), { role: "administrator" });
    const made = await createAccount(db, admin, form("Ny@test.example"), today);
    if (!made.ok) throw new Error(made.refusal);
    const { accountId, oneTimePassword } = made.value;
    const first = await signIn(db, enter("ny@test.example", oneTimePassword), now);
    if (!first.ok) throw new Error(first.refusal);
    const asking = await getActorBySession(db, hashSecret(first.value.secret), now);
    expect(asking!.mustChangePassword).toBe(true);
    expect(asking!.actor.grants).toEqual([{ role: "planner", administrationIds: [], unitIds: [] }]);
    const change = { current: oneTimePassword, next: PASSWORD, keepSession: null };
    expect((await changePassword(db, asking!.actor, change, now)).ok).toBe(true);
    expect((await signIn(db, enter("ny@test.example", PASSWORD), now)).ok).toBe(true);
    const recorded = await listChanges(db, admin, {
      entity: "account",
      entityId: accountId,
      after: null,
      limit: 10,
    });
    expect(recorded.items.map((row) => row.action).sort()).toEqual([
      "changePassword",
      "create",
      "signIn",
      "signIn",
    ]);
    expect(JSON.stringify(recorded.items)).not.toContain(oneTimePassword);
  }));

test("an email names one account, whatever its case", () =>
  database.rollback(async (db) => {
    const admin = await givenAccount(db, await givenOrganisation(db), { role: "administrator" });
    expect((await createAccount(db, admin, form("a@test.example"), today)).ok).toBe(true);
    const second = await createAccount(db, admin, form("A@Test.example"), today);
    expect(second).toEqual({ ok: false, refusal: "emailTaken" });
  }));

test("changing a password ends every other session and keeps the one that asks", () =>
  database.rollback(async (db) => {
    const person = await givenAccount(db, await givenOrganisation(db));
    const [here, elsewhere] = [
      hashSecret(await openSession(db, { ...person, device: "" }, now)),
      hashSecret(await openSession(db, { ...person, device: "" }, now)),
    ];
    const keepSession = here.toString("hex");
    const next = "another sentence nobody guesses";
    const wrong = await changePassword(db, person, { current: "guess", next, keepSession }, now);
    expect(wrong).toEqual({ ok: false, refusal: "wrongCurrent" });
    const short = await changePassword(db, person, { current: PASSWORD, next: "short", keepSession }, now);
    expect(short).toEqual({ ok: false, refusal: "tooShort" });
    expect(await getActorBySession(db, elsewhere, now)).not.toBeNull();
    expect((await changePassword(db, person, { current: PASSWORD, next, keepSession }, now)).ok).toBe(true);
    expect(await getActorBySession(db, here, now)).not.toBeNull();
    expect(await getActorBySession(db, elsewhere, now)).toBeNull();
  }));

test("the last administrator can neither be closed nor given another role, and nobody closes themselves", () =>
  database.rollback(async (db) => {
    const organisationId = await givenOrganisation(db);
    const admin = await givenAccount(db, organisationId, { role: "administrator" });
    const last = { ok: false, refusal: "lastAdministrator" };
    expect(await grantRole(db, admin, admin.accountId, planner, today)).toEqual(last);
    expect(await setAccountDisabled(db, admin, admin.accountId, true, now)).toEqual({
      ok: false,
      refusal: "ownAccount",
    });
    const second = await givenAccount(db, organisationId, { role: "administrator" });
    expect((await setAccountDisabled(db, second, admin.accountId, true, now)).ok).toBe(true);
    expect(await grantRole(db, second, second.accountId, planner, today)).toEqual(last);
  }));

test("a new role replaces the one before from today, and both stand on record", () =>
  database.rollback(async (db) => {
    const organisationId = await givenOrganisation(db);
    const admin = await givenAccount(db, organisationId, { role: "administrator" });
    const person = await givenAccount(db, organisationId, { role: "auditor" });
    expect((await grantRole(db, admin, person.accountId, planner, today)).ok).toBe(true);
    const rolesOn = async (day: string) =>
      (await getAccount(db, admin, person.accountId, day))!.grants.map((grant) => grant.role);
    expect(await rolesOn("2026-11-19")).toEqual(["auditor"]);
    expect(await rolesOn(today)).toEqual(["planner"]);
    expect(await recordedOf(db, person.accountId)).toEqual([{ action: "grant", accountId: admin.accountId }]);
    const search = { entity: null, entityId: person.accountId, after: null, limit: 1 };
    const { changes } = (await listChanges(db, admin, search)).items[0]!;
    expect(changes.grants).toMatchObject({ from: [{ role: "auditor" }], to: [{ role: "planner" }] });
  }));

test("nobody is their own deputy", () =>
  database.rollback(async (db) => {
    const admin = await givenAccount(db, await givenOrganisation(db), { role: "administrator" });
    const own = { ...planner, role: "administrator" as const, deputyAccountId: admin.accountId };
    expect(await grantRole(db, admin, admin.accountId, own, today)).toEqual({
      ok: false,
      refusal: "ownDeputy",
    });
  }));

test("changes are paged without a gap or a repetition, and only for who may read them", () =>
  database.rollback(async (db) => {
    const organisationId = await givenOrganisation(db);
    const admin = await givenAccount(db, organisationId, { role: "administrator" });
    const leader = await givenAccount(db, organisationId, { role: "leader" });
    for (let time = 0; time < 7; time++) await openSession(db, { ...leader, device: "" }, now);
    const seen: string[] = [];
    let after: { at: string; id: string } | null = null;
    do {
      const search = { entity: "account", entityId: leader.accountId, after, limit: 3 };
      const page = await listChanges(db, admin, search);
      expect(page.total).toBe(7);
      seen.push(...page.items.map((row) => row.id));
      after = page.next;
    } while (after);
    expect(new Set(seen).size).toBe(7);
    const search = { entity: null, entityId: null, after: null, limit: 3 };
    expect(await listChanges(db, leader, search)).toEqual({ items: [], total: 0, next: null });
    const stranger = await givenAccount(db, await givenOrganisation(db), { role: "administrator" });
    expect((await listChanges(db, stranger, { ...search, entityId: leader.accountId })).total).toBe(0);
    expect((await listChanges(db, admin, { ...search, entityId: newId() })).total).toBe(0);
  }));
