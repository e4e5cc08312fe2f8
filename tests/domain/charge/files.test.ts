import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCvr, isGln, withCheckDigit } from "#domain/charge/gln.ts";
import { faultsOf, type InvoiceCustomer, type InvoiceIssuer } from "#domain/charge/invoice.ts";
import { IssuerForm } from "#domain/charge/issuer-form.ts";
import { LandlordInvoiceForm } from "#domain/charge/landlord-invoice-form.ts";
import { postingsOf } from "#domain/charge/postings.ts";
import { reconcile } from "#domain/charge/reconcile.ts";

const amounts = fc.array(
  fc.record({
    key: fc.constantFrom("base", "taxes", "operation", "fee"),
    amountOre: fc.integer({ min: -1e9, max: 1e9 }),
  }),
  { maxLength: 12 },
);

describe("the posting file", () => {
  test("has debit and credit agree to the øre, whatever is charged and taken back", () => {
    fc.assert(
      fc.property(amounts, (lines) => {
        const days = { from: "2026-01-01", to: "2026-02-01" };
        const posted = postingsOf(
          lines.map((line) => ({ ...line, ...days, administration: "BUF", unit: "U1", lease: "L-1" })),
          days,
        );
        const sum = (side: string) =>
          posted.filter((one) => one.side === side).reduce((all, { amountOre }) => all + amountOre, 0);
        expect(sum("debit")).toBe(sum("credit"));
        expect(posted.every(({ amountOre }) => amountOre > 0)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("a landlord's invoice", () => {
  test("is held against what was passed on, line by line; the differences sum to that of the totals", () => {
    fc.assert(
      fc.property(amounts, amounts, (charged, invoiced) => {
        const { lines, differenceOre } = reconcile(charged, invoiced);
        const sum = (side: typeof charged) => side.reduce((all, { amountOre }) => all + amountOre, 0);
        expect(differenceOre).toBe(sum(invoiced) - sum(charged));
        expect(lines.reduce((all, line) => all + line.differenceOre, 0)).toBe(differenceOre);
      }),
      { numRuns: 1_000 },
    );
  });

  test("agrees only where every line does, not where two mistakes cancel out", () => {
    const charged = [
      { key: "base", amountOre: 100_00 },
      { key: "taxes", amountOre: 20_00 },
    ];
    expect(reconcile(charged, charged).state).toBe("agrees");
    const swapped = [
      { key: "base", amountOre: 110_00 },
      { key: "taxes", amountOre: 10_00 },
    ];
    expect(reconcile(charged, swapped)).toMatchObject({ state: "differs", differenceOre: 0 });
    expect(reconcile(charged, []).state).toBe("notInvoiced");
    expect(reconcile([], charged).state).toBe("notCharged");
  });

  test("is read as it was typed, each fault at its field", () => {
    const typed = { number: "F-1", receivedOn: "2026-02-07", base: "12.500,00", taxes: "" };
    expect(LandlordInvoiceForm.parse(typed)).toEqual({
      ...{ number: "F-1", receivedOn: "2026-02-07", lines: [{ key: "base", amountOre: 12_500_00 }] },
    });
    const faults = (form: Record<string, string>) =>
      LandlordInvoiceForm.safeParse(form).error?.issues.map(({ path, message }) => [path[0], message]);
    expect(faults({ ...typed, receivedOn: "2026-02-29" })).toEqual([["receivedOn", "receivedOn"]]);
    expect(faults({ ...typed, base: "12 tusind" })).toEqual([["base", "amount"]]);
    expect(faults({ ...typed, base: "" })).toEqual([["base", "noLines"]]);
  });
});

describe("numbers with a check digit", () => {
  test("a location number that is off by one digit is found, and so are two neighbours that changed places by other than five", () => {
    expect(isGln("5798009811578")).toBe(true);
    expect(withCheckDigit("579800981157")).toBe("5798009811578");
    for (const wrong of ["5798009811579", "579800981157", "57980098115780", "579800981157x", "", null])
      expect(isGln(wrong)).toBe(false);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 9 }), (at, more) => {
        const digits = [..."5798009811578"];
        digits[at] = String((Number(digits[at]) + more) % 10);
        expect(isGln(digits.join(""))).toBe(false);
      }),
    );
  });

  test("the city's business number is one, and one more is not", () => {
    expect(isCvr("64942212")).toBe(true);
    for (const wrong of ["64942213", "6494221", "04942212", null]) expect(isCvr(wrong)).toBe(false);
  });
});

test("what keeps an invoice from being sent is named, all of it", () => {
  const typed = {
    ...{
      name: "Prøve",
      cvr: "DK64942212".slice(2),
      ean: "57 98 00 98 11 57 8",
      street: "Vej",
      houseNumber: "1",
    },
    ...{ postcode: "1599", town: "By", bankRegistration: "1234", bankAccount: "123456", paymentDays: "30" },
    contact: "Kontoret",
  };
  const issuer: InvoiceIssuer = IssuerForm.parse(typed);
  expect(issuer).toMatchObject({ ean: "5798009811578", bankAccount: "0000123456", paymentDays: 30 });
  expect(
    IssuerForm.safeParse({ ...typed, ean: "5798009811579", bankAccount: "x" }).error?.issues.map(
      ({ path }) => path[0],
    ),
  ).toEqual(["ean", "bankAccount"]);
  const customer: InvoiceCustomer = {
    ...{ name: "Lejer", cvr: null, ean: "5798009811578", contact: "", mail: "" },
    address: { street: "Vej", houseNumber: "2", postcode: "1599", town: "By" },
  };
  expect(faultsOf({ issuer, customer, totalOre: 1 })).toEqual([]);
  expect(
    faultsOf({ issuer: null, customer: { ...customer, ean: null, address: null }, totalOre: -1 }),
  ).toEqual([...["noIssuer", "noEan", "noAddress"]]);
  expect(faultsOf({ issuer, customer: { ...customer, ean: "5798009811579" }, totalOre: 0 })).toEqual([
    "wrongEan",
    "nothing",
  ]);
});
