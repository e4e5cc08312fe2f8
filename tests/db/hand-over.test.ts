import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { completeHandOver, decideHandOver } from "#db/commands/hand-over/decide-hand-over.ts";
import { handOver } from "#db/commands/hand-over/hand-over.ts";
import { noteMeeting } from "#db/commands/hand-over/note-meeting.ts";
import { takeOver } from "#db/commands/hand-over/take-over.ts";
import { getHandOverRegister } from "#db/queries/hand-over/get-hand-over-register.ts";
import { getHandOver, listHandOvers } from "#db/queries/hand-over/list-hand-overs.ts";
import { listMeetings, summariseGathering } from "#db/queries/hand-over/summarise-gathering.ts";
import type { Actor } from "#domain/actor.ts";
import type { HandOverForm } from "#domain/hand-over/hand-over-facts.ts";
import { newId } from "#domain/id.ts";
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

const named = (forms: HandOverForm[]) => forms.map((form, index) => ({ name: String(index + 2), form }));
const send = (db: Db, actor: Actor, forms: HandOverForm[], isPartial = false) =>
  handOver(db, actor, { kind: forms[0]!.kind, forms: named(forms), isPartial }, now);

async function sent(db: Db, actor: Actor, forms: HandOverForm[]): Promise<string[]> {
  const answer = await send(db, actor, forms);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.ids;
}

describe("handing over", () => {
  test("refuses another administration's, and shows nobody else's", () =>
    inScene(
      1,
      async (db, { user, buf, sof, leases, person }) => {
        expect(await send(db, user, [knownLease(sof, leases[1]!)])).toMatchObject({ refusal: "notAllowed" });
        const [id] = await sent(db, user, [knownLease(buf, leases[0]!)]);
        const other = await person("administrationUser", [sof]);
        expect(await getHandOver(db, other, id!)).toBeNull();
        expect((await listHandOvers(db, other, { state: "all", administrationId: null })).total).toBe(0);
        expect((await getHandOverRegister(db, other, "2026-11-20")).known.map(({ key }) => key)).toEqual([
          "3P-IND-00002",
        ]);
        const leader = await person("leader");
        expect((await listHandOvers(db, leader, { state: "all", administrationId: null })).total).toBe(0);
        expect(
          await decideHandOver(
            db,
            other,
            { id: id!, version: 1 },
            { event: "rejected", words: "Min" },
            later,
          ),
        ).toMatchObject({
          refusal: "notAllowed",
        });
      },
      1,
    ));

  test("keeps all out where one is wrong, unless the good ones are asked for", () =>
    inScene(2, async (db, { user, buf, leases }) => {
      const forms = [knownLease(buf, leases[0]!), knownLease(buf, leases[0]!), knownLease(buf, leases[1]!)];
      expect(await send(db, user, forms)).toEqual({
        ...{ ok: false, refusal: "faults" },
        refused: [{ name: "3", faults: [{ field: "key", fault: "sameTwice", other: "2" }] }],
      });
      expect((await listHandOvers(db, user, { state: "all", administrationId: null })).total).toBe(0);
      expect(await send(db, user, forms, true)).toMatchObject({ ok: true, refused: [{ name: "3" }] });
      const again = await send(db, user, [knownLease(buf, leases[0]!)]);
      expect(again).toMatchObject({
        refused: [{ faults: [{ fault: "handedOverAlready", day: "2026-11-20" }] }],
      });
    }));

  test("names the lease and the day where two of the same premises overlap", () =>
    inScene(1, async (db, { user, buf }) => {
      const atOurs = {
        street: "udenforgade",
        houseNumber: "1",
        premises: "",
        counterparty: "En anden (fiktiv)",
      };
      expect(await send(db, user, [foundLease(buf, atOurs)])).toMatchObject({
        refused: [
          { faults: [{ field: "startsOn", fault: "overlaps", other: "3P-IND-00001", day: "2021-05-01" }] },
        ],
      });
    }));
});

describe("checking", () => {
  test("goes back and forth, each step with who, when and what was said", () =>
    inScene(1, async (db, { user, manager, buf, leases }) => {
      const [id] = await sent(db, user, [knownLease(buf, leases[0]!)]);
      const step = (
        actor: Actor,
        version: number,
        event: "checking" | "askedBack" | "rejected",
        words = "",
      ) => decideHandOver(db, actor, { id: id!, version }, { event, words }, later);
      expect(await step(user, 1, "checking")).toMatchObject({ refusal: "notNow" });
      expect(await step(manager, 1, "checking")).toMatchObject({ ok: true });
      expect(await step(manager, 1, "rejected", "x")).toMatchObject({ refusal: "changed" });
      expect(await step(manager, 2, "askedBack", " ")).toMatchObject({ refusal: "wordsMissing" });
      expect(await step(manager, 2, "askedBack", "Hvem er udlejer?")).toMatchObject({ ok: true });
      const facts = { ...knownLease(buf, leases[0]!).facts, counterparty: "Udlejer C (fiktiv)" };
      const answer = await completeHandOver(
        db,
        user,
        { id: id!, version: 3 },
        { facts, unitId: null },
        later,
      );
      expect(answer).toMatchObject({ ok: true });
      const seen = await getHandOver(db, manager, id!);
      expect(seen!.events.map(({ event, words }) => [event, words])).toEqual([
        ["handedOver", ""],
        ["checking", ""],
        ["askedBack", "Hvem er udlejer?"],
        ["answered", ""],
      ]);
      expect([seen!.state, seen!.facts.counterparty]).toEqual(["handedOver", "Udlejer C (fiktiv)"]);
      const [mail] = await db.execute(sql`select count(*)::int as n from outbox where kind = 'mailHandOver'`);
      expect(mail).toEqual({ n: 1 });
    }));

  test("the status of a day is the same that day and afterwards, with the trend since the meeting", () =>
    inScene(3, async (db, { user, manager, buf, leases }) => {
      const ids = await sent(
        db,
        user,
        leases.slice(0, 2).map((lease) => knownLease(buf, lease)),
      );
      const line = async (on: string) =>
        (await summariseGathering(db, manager, on)).find(({ code }) => code === "BUF")!;
      const thatDay = await line("2026-11-20");
      expect(thatDay).toMatchObject({ left: 3, handedOver: 2, checking: 0, takenOver: 0, leftM2: 303 });
      await takeOver(db, manager, { id: ids[0]!, version: 1 }, { from: "2026-11-24", isLetOn: false }, later);
      await decideHandOver(db, manager, { id: ids[1]!, version: 1 }, { event: "checking", words: "" }, later);
      expect(await line("2026-11-25")).toMatchObject({ left: 2, handedOver: 0, checking: 1, takenOver: 1 });
      expect(await line("2026-11-20")).toEqual(thatDay);
      expect(await noteMeeting(db, user, "2026-11-20")).toMatchObject({ refusal: "notAllowed" });
      expect(await noteMeeting(db, manager, "2026-11-20")).toMatchObject({ ok: true });
      await noteMeeting(db, manager, "2026-11-20");
      expect(await listMeetings(db, manager)).toEqual(["2026-11-20"]);
      const planner = await summariseGathering(db, { ...manager, accountId: newId() }, "2026-11-25");
      expect(planner.length).toBe(2);
    }));
});
