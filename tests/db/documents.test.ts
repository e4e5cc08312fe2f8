import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { localFolder } from "#app/server/storage/local-folder.ts";
import { storeDocument } from "#app/routes/building-documents/store-document.server.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { addDocument, type NewDocument } from "#db/commands/add-document.ts";
import { removeDocument } from "#db/commands/remove-document.ts";
import { restoreDocument } from "#db/commands/restore-document.ts";
import type { Db } from "#db/client.server.ts";
import { mayReachBuilding } from "#db/queries/building/reaches-building.ts";
import { getDocument, hasDocument } from "#db/queries/get-document.ts";
import { listDocuments } from "#db/queries/list-documents.ts";
import type { Actor, Grant, Role } from "#domain/actor.ts";
import { newId } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount, recordedOf } from "../helpers/people.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const now = new Date("2026-11-20T10:00:00Z");
const today = "2026-11-20";
let city: SmallPortfolio;
let manager: Actor;

beforeAll(async () => {
  city = await insertSmallPortfolio(database.db);
  manager = await givenAccount(database.db, city.organisationId, { role: "manager" });
});

const aFile = (given: Partial<NewDocument> = {}): NewDocument => {
  const id = newId();
  return {
    ...{ id, buildingId: city.daycare, title: "Plan af stuen", kind: "drawing", datedOn: "2019-03-04" },
    ...{ fileName: "plan.pdf", mediaType: "application/pdf", bytes: 1200, sha256: "a".repeat(64) },
    ...{ storageKey: `aa/${id}` },
    ...given,
  };
};

const titles = async (db: Db, actor: Actor, building = city.daycare) =>
  (await listDocuments(db, actor, building, today)).map(({ title }) => title);

/** The same account in another role: who may depends on the grant, not on the name. */
const inRole = (role: Role, reach: Partial<Grant> = {}): Actor => ({
  ...manager,
  grants: [{ role, administrationIds: [], unitIds: [], ...reach }],
});

describe("a document", () => {
  test("is put on a building, listed the newest first, and recorded", () =>
    database.rollback(async (db) => {
      const older = aFile();
      const newer = aFile({ title: "Rapport", kind: "report", datedOn: null, sha256: "b".repeat(64) });
      expect(await addDocument(db, manager, older, now)).toEqual({ ok: true, value: older.id });
      await addDocument(db, manager, newer, now);
      expect(await listDocuments(db, manager, city.daycare, today)).toMatchObject([
        { title: "Rapport", kind: "report", datedOn: null },
        { title: "Plan af stuen", datedOn: "2019-03-04", bytes: 1200, uploadedByName: manager.name },
      ]);
      expect(await recordedOf(db, older.id)).toEqual([{ action: "create", accountId: manager.accountId }]);
    }));

  test("lies on a building once, and on another all the same", () =>
    database.rollback(async (db) => {
      await addDocument(db, manager, aFile(), now);
      const again = aFile({ title: "Igen" });
      expect(await addDocument(db, manager, again, now)).toEqual({ ok: false, refusal: "alreadyThere" });
      expect(await hasDocument(db, manager, again.id)).toBe(false);
      expect((await addDocument(db, manager, aFile({ buildingId: city.store }), now)).ok).toBe(true);
    }));

  test("is removed and restored, each time recorded once", () =>
    database.rollback(async (db) => {
      const file = aFile();
      await addDocument(db, manager, file, now);
      for (let times = 0; times < 2; times++)
        expect(await removeDocument(db, manager, file.id, now)).toEqual({ ok: true, value: city.daycare });
      expect(await titles(db, manager)).toEqual([]);
      expect(await getDocument(db, manager, file.id, today)).toMatchObject({ isRemoved: true });
      await restoreDocument(db, manager, file.id, now);
      expect(await titles(db, manager)).toEqual(["Plan af stuen"]);
      expect((await recordedOf(db, file.id)).map(({ action }) => action)).toEqual([
        "create",
        "remove",
        "restore",
      ]);
    }));

  test("is not restored beside the same file that was laid there since", () =>
    database.rollback(async (db) => {
      const file = aFile();
      await addDocument(db, manager, file, now);
      await removeDocument(db, manager, file.id, now);
      await addDocument(db, manager, aFile({ title: "Ny" }), now);
      expect(await restoreDocument(db, manager, file.id, now)).toEqual({
        ok: false,
        refusal: "alreadyThere",
      });
      expect(await titles(db, manager)).toEqual(["Ny"]);
    }));
});

describe("who may", () => {
  const notAllowed = { ok: false, refusal: "notAllowed" };

  test("each command refuses what is outside the actor's scope", () =>
    database.rollback(async (db) => {
      const file = aFile();
      await addDocument(db, manager, file, now);
      const refused = [
        inRole("planner"),
        inRole("auditor"),
        inRole("craftsman"),
        inRole("administrationUser", { administrationIds: [city.buf] }),
        inRole("leader", { unitIds: [city.solsikken] }),
        inRole("manager", { administrationIds: [city.sof] }),
        { ...manager, organisationId: newId() },
      ];
      for (const actor of refused) {
        expect(await addDocument(db, actor, aFile({ sha256: "c".repeat(64) }), now)).toEqual(notAllowed);
        expect(await removeDocument(db, actor, file.id, now)).toEqual(notAllowed);
        expect(await restoreDocument(db, actor, file.id, now)).toEqual(notAllowed);
      }
      expect(await titles(db, manager)).toEqual(["Plan af stuen"]);
    }));

  test("a manager of one administration keeps its buildings", () =>
    database.rollback(async (db) => {
      const ofChildren = inRole("manager", { administrationIds: [city.buf] });
      expect((await addDocument(db, ofChildren, aFile(), now)).ok).toBe(true);
      expect(await addDocument(db, ofChildren, aFile({ buildingId: city.shelterHouse }), now)).toEqual(
        notAllowed,
      );
    }));

  test("whoever sees the building reads its documents, but other people's contracts", () =>
    database.rollback(async (db) => {
      const contract = aFile({
        title: "Kontrakt",
        kind: "contract",
        sha256: "d".repeat(64),
        datedOn: "2018-01-01",
      });
      await addDocument(db, manager, aFile(), now);
      await addDocument(db, manager, contract, now);
      const whole = ["Plan af stuen", "Kontrakt"];
      expect(await titles(db, inRole("planner"))).toEqual(whole);
      expect(await titles(db, inRole("auditor"))).toEqual(whole);
      expect(await titles(db, inRole("manager", { administrationIds: [city.buf] }))).toEqual(whole);
      const leader = inRole("leader", { unitIds: [city.solsikken] });
      expect(await titles(db, leader)).toEqual(["Plan af stuen"]);
      expect(await getDocument(db, leader, contract.id, today)).toBeNull();
      expect(await titles(db, inRole("leader", { unitIds: [city.shelter] }))).toEqual([]);
      expect(await titles(db, inRole("craftsman"))).toEqual([]);
    }));

  test("documents of a protected unit's building are for its own and for those who see all", () =>
    database.rollback(async (db) => {
      const file = aFile({ buildingId: city.shelterHouse });
      await addDocument(db, manager, file, now);
      expect(await getDocument(db, inRole("planner"), file.id, today)).toBeNull();
      expect(
        await getDocument(db, inRole("leader", { unitIds: [city.shelter] }), file.id, today),
      ).not.toBeNull();
    }));

  test("a building that left the register is reached by who had it last, one to come by who will have it", async () => {
    const reach = (on: string) => mayReachBuilding(database.db, manager, city.office, "write", on);
    expect(await reach("2023-06-01")).toBe(true);
    expect(await reach("2019-06-01")).toBe(true);
    expect(await mayReachBuilding(database.db, manager, newId(), "read", today)).toBe(false);
  });
});

test("a file whose row could not be written does not stay behind, one whose row could does", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "ejendomsportalen-files-"));
  const place = path.join(folder, "sent");
  await writeFile(place, "%PDF-1.4 a drawing");
  const files = localFolder(path.join(folder, "files"));
  const stored = async () =>
    (await readdir(path.join(folder, "files"), { recursive: true })).filter((name) => name.length > 2);
  const file = { path: place, name: "plan.pdf", bytes: 18, sha256: "e".repeat(64) };
  const upload = { fields: { title: "Plan", kind: "drawing" }, file, isTooLarge: false };
  const put = (db: Db, actor: Actor) =>
    storeDocument({ db, files, actor, buildingId: city.daycare }, upload, now);

  const unknown = { ...manager, accountId: newId() };
  await expect(put(database.db, unknown)).rejects.toThrow();
  expect(await stored()).toEqual([]);
  expect((await put(database.db, manager)).ok).toBe(true);
  expect(await stored()).toHaveLength(1);
  await rm(folder, { recursive: true });
});
