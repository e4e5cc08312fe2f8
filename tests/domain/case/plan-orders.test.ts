import { describe, expect, test } from "vitest";
import { CaseItem } from "#domain/case/case-form.ts";
import type { CaseFacts } from "#domain/case/case-facts.ts";
import { planOrders } from "#domain/case/plan-orders.ts";
import { usualTargets, type Priority } from "#domain/order/sla.ts";
import { defaultMatrix } from "#domain/responsibility/default-matrix.ts";
import { usualItems } from "#domain/responsibility/facility-item.ts";
import { usualTeams } from "#domain/responsibility/usual-team.ts";

const friday = new Date("2026-11-20T10:00:00Z");
const cleaning = {
  ...{
    code: "1300.02",
    nameDa: "Ekstra rengøring",
    nameEn: "Extra cleaning",
    withdrawnOn: null,
    teamId: "LEV-REN",
  },
  ...{ unitPriceOre: 450_00, normMinutes: 60, slaCode: "standard", priority: 3 as Priority },
  ...{ approvalAboveOre: 5_000_00, approver: "administration" as const },
};

const facts = (given: Partial<CaseFacts> = {}): CaseFacts => ({
  ...{ on: "2026-11-20", tenure: "own", unitId: "u", administrationId: "BUF", contractIds: [], tenants: [] },
  items: usualItems.map((item) => ({ ...item, withdrawnOn: null })),
  services: [cleaning],
  rules: defaultMatrix.map((rule, index) => ({
    ...{ ...rule, id: `rule ${index}`, level: "default" as const, administrationId: null, contractId: null },
    teamId: null,
  })),
  targets: ([1, 2, 3, 4] as const).map((priority) => ({
    ...usualTargets[priority],
    code: "standard",
    priority,
  })),
  teams: [
    ...usualTeams.map(({ code, kind }) => ({ id: code, code, kind, administrationId: null })),
    { id: "ADM-BUF", code: "ADM-BUF", kind: "administration", administrationId: "BUF" },
    { id: "LEV-REN", code: "LEV-REN", kind: "supplier", administrationId: null },
  ],
  ...given,
});

const plan = (items: unknown[], given: Partial<CaseFacts> = {}) =>
  planOrders(
    facts(given),
    items.map((item) => CaseItem.parse(item)),
    friday,
  );
const first = (items: unknown[], given?: Partial<CaseFacts>) => {
  const planned = plan(items, given);
  if (!planned.ok) throw new Error(planned.refusal);
  return planned.orders[0]!;
};

describe("a need becomes an order", () => {
  test("of the landlord's for a worn window, answered within a working day and mended within ten", () => {
    const order = first([{ itemCode: "window" }]);
    expect(order).toMatchObject({ executor: "landlord", payer: "landlord", teamId: "KEJD-BYG", priority: 3 });
    expect(order.respondBy?.toISOString()).toBe("2026-11-23T10:00:00.000Z");
    expect(order.resolveBy?.toISOString()).toBe("2026-12-04T10:00:00.000Z");
  });

  test("that the landlord does and the tenant pays where a burglar broke it", () =>
    expect(first([{ itemCode: "window", cause: "burglary" }])).toMatchObject({
      executor: "landlord",
      payer: "tenant",
    }));

  test("of the team of installations for heating, of the grounds for paving, of the administration's inside", () => {
    expect(first([{ itemCode: "heating" }]).teamId).toBe("KEJD-INST");
    expect(first([{ itemCode: "paving" }]).teamId).toBe("KEJD-UDE");
    expect(first([{ itemCode: "wall" }])).toMatchObject({ executor: "administration", teamId: "ADM-BUF" });
  });

  test("by another location than the usual where the asker says so", () =>
    expect(first([{ itemCode: "door", location: "inside" }]).executor).toBe("administration"));

  test("that is urgent by what it does: danger is P1, due in four hours day and night", () => {
    const order = first([{ itemCode: "electricity", impact: "danger", urgency: "now" }]);
    expect([order.priority, order.resolveBy?.toISOString()]).toEqual([1, "2026-11-20T14:00:00.000Z"]);
  });

  test("of the service desk where no rule answers, and the matrix has a gap", () => {
    const order = first([{ itemCode: "window" }], { rules: [] });
    expect(order).toMatchObject({ executor: "serviceDesk", teamId: "SD", isGap: true, ruleId: null });
  });

  test("of the service desk where nobody said what it is, and that is no gap", () =>
    expect(first([{}])).toMatchObject({ executor: "serviceDesk", teamId: "SD", isGap: false }));

  test("with price and account where it is a service: the unit pays all of it", () => {
    const order = first([{ serviceCode: "1300.02", quantity: 2.5, expectedUnitPriceOre: 450_00 }]);
    expect(order).toMatchObject({
      executor: "administration",
      payer: "tenant",
      teamId: "LEV-REN",
      priceOre: 1125_00,
    });
    expect(order.costs).toMatchObject([{ unitId: "u", basis: "share", amountOre: 1125_00 }]);
    expect(order.approver).toBeNull();
  });

  test("that waits for a yes above the limit, except where there is danger", () => {
    expect(first([{ serviceCode: "1300.02", quantity: 12 }]).approver).toBe("administration");
    expect(first([{ serviceCode: "1300.02", quantity: 11 }]).approver).toBeNull();
    expect(first([{ serviceCode: "1300.02", quantity: 12, impact: "danger" }]).approver).toBeNull();
  });

  test("without deadline where none is agreed: unmeasured, not on time", () => {
    const order = first([{ itemCode: "window", impact: "wish" }]);
    expect([order.priority, order.resolveBy]).toEqual([4, null]);
  });
});

describe("a need is refused", () => {
  test.each([
    ["an item that does not exist", { itemCode: "unicorn" }, "unknownItem", null],
    ["a service that does not exist", { serviceCode: "9999.01" }, "unknownService", null],
    [
      "a price that is another by now",
      { serviceCode: "1300.02", expectedUnitPriceOre: 1 },
      "priceChanged",
      450_00,
    ],
  ])("for %s, and says which", (_, item, refusal, priceOre) =>
    expect(plan([{ itemCode: "window" }, item])).toEqual({ ok: false, refusal, index: 1, priceOre }),
  );

  test("for a service that was withdrawn, from its day on", () => {
    const withdrawn = (withdrawnOn: string) => ({ services: [{ ...cleaning, withdrawnOn }] });
    expect(plan([{ serviceCode: "1300.02" }], withdrawn("2026-11-20"))).toMatchObject({
      refusal: "withdrawnService",
    });
    expect(plan([{ serviceCode: "1300.02" }], withdrawn("2026-11-21")).ok).toBe(true);
  });
});
