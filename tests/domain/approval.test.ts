import { expect, test } from "vitest";
import { approvesBySending } from "#domain/approval/approves-by-sending.ts";
import type { Grant, Role } from "#domain/actor.ts";
import { approvalNeeded, type AmountToApprove } from "#domain/approval/approval-needed.ts";
import { DelegationForm } from "#domain/approval/delegation-form.ts";
import { isLinkTooOld } from "#domain/approval/link-age.ts";

const order: AmountToApprove = {
  ...{ amountOre: 12_000_00, payer: "tenant", priority: 3 },
  ...{ approvalAboveOre: 10_000_00, approver: "administration" },
};

test("an amount above the limit waits for whoever the catalogue names; one at the limit does not", () => {
  expect(approvalNeeded(order)).toBe("administration");
  expect(approvalNeeded({ ...order, amountOre: 10_000_00 })).toBeNull();
  expect(approvalNeeded({ ...order, amountOre: 10_000_01 })).toBe("administration");
  expect(approvalNeeded({ ...order, approver: "leader" })).toBe("leader");
});

test("danger never waits, whatever it costs", () => {
  expect(approvalNeeded({ ...order, priority: 1, amountOre: 10_000_000_00 })).toBeNull();
});

test("nobody answers for another's purse", () => {
  expect(approvalNeeded({ ...order, payer: "landlord" })).toBe("landlord");
  expect(approvalNeeded({ ...order, payer: "unit" })).toBe("leader");
  expect(approvalNeeded({ ...order, payer: "tenant", approver: "landlord" })).toBe("administration");
  expect(approvalNeeded({ ...order, payer: "externalLandlord" })).toBeNull();
});

test("what nobody can price, what has no limit, and what an approver sent needs no yes", () => {
  expect(approvalNeeded({ ...order, amountOre: null })).toBeNull();
  expect(approvalNeeded({ ...order, approvalAboveOre: null, approver: null })).toBeNull();
  expect(approvalNeeded({ ...order, isSentByApprover: true })).toBeNull();
});

test("a delegation names a person and days in order, a year at most", () => {
  const form = { email: "kollega@test.example", firstDay: "2026-12-20", lastDay: "2027-01-04" };
  expect(DelegationForm.safeParse(form).success).toBe(true);
  const faultsOf = (part: object) =>
    DelegationForm.safeParse({ ...form, ...part }).error?.issues.map(({ message }) => message);
  expect(faultsOf({ lastDay: "2026-12-19" })).toEqual(["order"]);
  expect(faultsOf({ lastDay: "2028-01-01" })).toEqual(["tooLong"]);
  expect(faultsOf({ firstDay: "2026-02-30" })).toContain("day");
  expect(faultsOf({ email: "kollegaen" })).toEqual(["email"]);
});

test("a link in a mail opens for thirty days", () => {
  expect(isLinkTooOld("2026-10-21", "2026-11-20")).toBe(false);
  expect(isLinkTooOld("2026-10-20", "2026-11-20")).toBe(true);
});

test("sending is saying yes for whoever could say it: one's own unit, administration or the landlord, no other's", () => {
  const of = { unitId: "unit", administrationId: "buf" };
  const as = (role: Role, reach: Partial<Grant> = {}) =>
    approvesBySending({ grants: [{ role, administrationIds: [], unitIds: [], ...reach }] }, of);
  expect(as("leader", { unitIds: ["unit"] })).toEqual(["leader"]);
  expect(as("leader", { unitIds: ["another"] })).toEqual([]);
  expect(as("administrationUser", { administrationIds: ["buf"] })).toEqual(["administration"]);
  expect(as("manager")).toEqual(["landlord"]);
  expect(as("manager", { administrationIds: ["sof"] })).toEqual([]);
  expect(as("administrator")).toEqual([]);
  const nowhere = { unitId: null, administrationId: null };
  expect(
    approvesBySending({ grants: [{ role: "leader", administrationIds: [], unitIds: ["unit"] }] }, nowhere),
  ).toEqual([]);
});
