import { expect, test } from "vitest";
import { checkLease } from "#domain/lease/check-lease.ts";
import type { PremiseFacts } from "#domain/lease/check-premises.ts";
import { eanCheckDigit } from "#domain/lease/ean.ts";
import type { LeaseForm } from "#domain/lease/lease-form.ts";
import { newLease, withStep } from "#domain/lease/new-lease.ts";
import { readLease } from "#domain/lease/read-lease.ts";

const space = {
  ...{
    id: "s1",
    number: "101",
    areaM2: 100,
    floorId: "f1",
    isUndivided: false,
    validFrom: "2020-01-01",
    validTo: null,
  },
  tenancies: [
    { lease: "L-1", contractId: "k1", side: "out" as const, validFrom: "2028-01-01", validTo: null },
  ],
};
const facts: PremiseFacts = {
  spaces: [space],
  floors: [{ id: "f1", level: 1, areaM2: 400, buildingId: "b1", validFrom: "2020-01-01", validTo: null }],
  buildings: [
    { id: "b1", name: "Huset", versions: [{ tenure: "owned", validFrom: "2020-01-01", validTo: null }] },
  ],
  ...{ hasUnit: true, hasAdministration: true },
};

function lease(change: Partial<LeaseForm> = {}): LeaseForm {
  const form = newLease("internal", "KEjd");
  form.parties.tenant.name = "Solsikken";
  form.rent[0]!.kroner = "1.250,50";
  const premises = [{ buildingId: "b1", spaceId: "s1", floorId: "", areaM2: "", from: "", to: "" }];
  const terms = { ...form.terms, baseMonth: "2026-10" };
  return { ...form, premises, terms, from: "2027-01-01", to: "2027-12-31", ...change };
}
const faultsOf = (form: LeaseForm, known = facts) => checkLease(form, known, null).faults;

test("a whole lease has no faults, and is read to the øre and the day", () => {
  const { lease: read, faults } = checkLease(lease(), facts, null);
  expect(faults).toEqual([]);
  expect(read).toMatchObject({ validFrom: "2027-01-01", validTo: "2028-01-01" });
  expect(read!.rent[0]!.yearlyOre).toBe(1_250_50);
  expect(read!.rent).toHaveLength(1);
});

test("29 February is a day in leap years alone, and the end does not come before the start", () => {
  expect(faultsOf(lease({ from: "2027-02-29" }))).toContainEqual({
    ...{ step: "parties", field: "from", fault: "day", typed: "2027-02-29" },
  });
  expect(readLease(lease({ from: "2028-02-29", to: "2028-12-31" })).lease!.validFrom).toBe("2028-02-29");
  expect(faultsOf(lease({ to: "2026-12-31" })).map(({ fault }) => fault)).toContain("endBeforeStart");
});

test("a space that another lease has meets it by number and day; one that ends before does not", () => {
  expect(faultsOf(lease({ to: "2028-01-01" }))).toEqual([
    {
      ...{ step: "premises", field: "premises.0.spaceId", fault: "taken", lease: "L-1" },
      ...{ place: "101", day: "2028-01-01" },
    },
  ]);
  expect(faultsOf(lease({ to: "2027-12-31" }))).toEqual([]);
});

test("a space must exist through the whole time it is let for", () => {
  const until = { ...facts, spaces: [{ ...space, tenancies: [], validTo: "2027-06-01" }] };
  expect(faultsOf(lease(), until)[0]).toMatchObject({ fault: "noSpace", place: "101", day: "2027-01-01" });
});

test("lines that are there twice, a cap below its floor and numbers of nobody are refused", () => {
  const form = lease();
  form.rent.push({ ...form.rent[0]!, cap: "1", floor: "2" });
  form.parties.tenant.cvr = "123";
  form.parties.payer.ean = "5790000000001";
  expect(faultsOf(form).map(({ fault }) => fault)).toEqual(["cvr", "ean", "sameLine", "capBelowFloor"]);
});

test("the last digit of an EAN number follows from the others", () => {
  expect(eanCheckDigit("579000000000")).toBe(5);
  const form = lease();
  form.parties.payer.ean = "5790000000005";
  expect(faultsOf(form)).toEqual([]);
});

test("one step changes its own fields and leaves the rest", () => {
  const form = withStep(lease(), "terms", new URLSearchParams("depositKroner=5000"));
  expect(form.terms.depositKroner).toBe("5000");
  expect(form.from).toBe("2027-01-01");
  const rent = withStep(lease(), "rent", new URLSearchParams("rent.0.kroner=7&baseMonth=2025-10"));
  expect(rent.rent[0]).toMatchObject({ kroner: "7", isIndexed: false });
  expect(rent.terms.baseMonth).toBe("2025-10");
});
