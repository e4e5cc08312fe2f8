import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#domain/actor.ts";
import { givenCaseCity, numberOf, type CaseCity } from "../helpers/cases.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount } from "../helpers/people.ts";

const database = useDatabase();
let there: CaseCity;
let administrationUser: Actor;

beforeAll(async () => {
  there = await givenCaseCity(database.db);
  const { organisationId, buf } = there.city;
  administrationUser = await givenAccount(database.db, organisationId, {
    ...{ role: "administrationUser", administrationIds: [buf] },
  });
});

test.each([
  ["leader", "leader", "received"],
  ["leader", "administrationUser", "awaitingApproval"],
  ["administration", "administrationUser", "received"],
  ["administration", "leader", "awaitingApproval"],
] as const)("an order that needs the yes of the %s, sent by a %s, is %s", (approver, sender, state) =>
  database.rollback(async (db) => {
    await db.execute(sql`update service_version set approver = ${approver}
      where organisation_id = ${there.city.organisationId} and service_code = '9300.02'`);
    const actor = sender === "leader" ? there.leader : administrationUser;
    const placed = await there.place(db, { items: [{ serviceCode: "9300.02", quantity: 12 }] }, actor);
    const [order] = await db.execute(sql`
      select o.state, (select count(*)::int from order_approval a where a.order_id = o.id) as asked
        from service_order o join service_case c on c.id = o.case_id where c.number = ${numberOf(placed)}`);
    expect(order).toEqual({ state, asked: state === "received" ? 0 : 1 });
  }),
);
