import { describe, expect, test } from "vitest";
import type { Actor, Role } from "#domain/actor.ts";
import { orderEvents } from "#domain/order/order-event.ts";
import { standingsOf, type OrderPlacement } from "#domain/order/standings-of.ts";
import { mayStep, type Standing } from "#domain/order/who-may-step.ts";

/** What each standing alone lets one do. */
const table: Record<Standing, string[]> = {
  asker: ["close", "comment", "confirm", "customerAnswered", "reopen"],
  approver: ["approve", "comment", "reject"],
  worker: [
    ...["askCustomer", "assess", "assign", "comment", "finish", "hours", "material", "note", "partArrived"],
    ...["pause", "plan", "setDay", "start", "waitForPart"],
  ],
  dispatcher: [
    ...["askApproval", "askCustomer", "assess", "assign", "close", "comment", "customerAnswered", "decline"],
    ...[
      "finish",
      "hours",
      "markDuplicate",
      "material",
      "note",
      "partArrived",
      "pause",
      "plan",
      "planInBacklog",
    ],
    ...["reopen", "setDay", "setPriority", "start", "waitForPart"],
  ],
};

test.each(Object.keys(table) as Standing[])(
  "as %s one may do what the table says and nothing else",
  (standing) => {
    expect(orderEvents.filter((event) => mayStep([standing], event)).sort()).toEqual(table[standing]);
  },
);

test("who stands to an order in no way may do nothing", () => {
  expect(orderEvents.filter((event) => mayStep([], event))).toEqual([]);
});

const [buf, sof, solsikken, skolen, me] = ["buf", "sof", "solsikken", "skolen", "me"];
const actor = (role: Role, reach: { administrationIds?: string[]; unitIds?: string[] } = {}): Actor => ({
  ...{ accountId: me, organisationId: "o", email: "", name: "", locale: null },
  grants: [{ role, administrationIds: [], unitIds: [], ...reach }],
});
const order: OrderPlacement = {
  ...{ askedBy: "she", unitId: solsikken, administrationId: buf, assignedTo: null, teamKind: "landlord" },
  ...{ teamAdministrationId: null, isTeamMember: false, mayApprove: false },
};

describe("How someone stands to an order", () => {
  test.each<[string, Actor, Partial<OrderPlacement>, Standing[]]>([
    ["an administrator dispatches", actor("administrator"), {}, ["dispatcher"]],
    ["a manager dispatches", actor("manager"), {}, ["dispatcher"]],
    [
      "a manager of one administration does so there",
      actor("manager", { administrationIds: [buf] }),
      {},
      ["dispatcher"],
    ],
    ["and nowhere else", actor("manager", { administrationIds: [sof] }), {}, []],
    ["a leader asks for her unit", actor("leader", { unitIds: [solsikken] }), {}, ["asker"]],
    ["and for no other", actor("leader", { unitIds: [skolen] }), {}, []],
    [
      "whoever sent it asks",
      actor("administrationUser", { administrationIds: [buf] }),
      { askedBy: me },
      ["asker"],
    ],
    [
      "an administration does not dispatch the landlord's work",
      actor("administrationUser", { administrationIds: [buf] }),
      {},
      [],
    ],
    [
      "but its own team's",
      actor("administrationUser", { administrationIds: [buf] }),
      { teamKind: "administration", teamAdministrationId: buf },
      ["dispatcher"],
    ],
    [
      "and not another's",
      actor("administrationUser", { administrationIds: [buf] }),
      { teamKind: "administration", teamAdministrationId: sof },
      [],
    ],
    ["a craftsman of the team works", actor("craftsman"), { isTeamMember: true }, ["worker"]],
    ["one of another team does not", actor("craftsman"), {}, []],
    ["whom it was given to works", actor("craftsman"), { assignedTo: me }, ["worker"]],
    ["a planner looks", actor("planner"), { isTeamMember: true }, []],
    ["an auditor looks", actor("auditor"), { askedBy: me }, []],
    [
      "whoever was asked for a yes approves",
      actor("leader", { unitIds: [skolen] }),
      { mayApprove: true },
      ["approver"],
    ],
  ])("%s", (_, who, placed, standings) => {
    expect(standingsOf(who, { ...order, ...placed })).toEqual(standings);
  });
});
