import { create, convert } from "xmlbuilder2";
import { expect, test } from "vitest";
import { kroner, oioublInvoice } from "#app/routes/charge-invoice/oioubl-invoice.server.ts";
import type { Invoice } from "#domain/charge/invoice.ts";

const address = { street: "Istedgade", houseNumber: "12 A", postcode: "1650", town: "København V" };
const invoice: Invoice = {
  ...{
    number: "2026-01-KEJD-U-00001",
    issuedOn: "2026-01-03",
    dueOn: "2026-02-02",
    leaseNumber: "KEJD-U-00001",
    corrects: null,
  },
  ...{ from: "2026-01-01", lastDay: "2026-01-31", totalOre: 12_345_67 },
  issuer: {
    ...{ name: "Prøve & Søn", cvr: "64942212", ean: "5798009811578", ...address, bankRegistration: "1234" },
    ...{ bankAccount: "0000123456", paymentDays: 30, contact: "Kontoret" },
  },
  customer: {
    ...{
      name: "Café <Ærø>",
      cvr: "12345674",
      ean: "5798009883735",
      contact: "",
      mail: "cafe@example.org",
      address,
    },
  },
  lines: [
    { text: "Basishusleje", amountOre: 12_445_67 },
    { text: "Skatter og afgifter", amountOre: -100_00 },
  ],
};
const xml = oioublInvoice(invoice, "5798009883735", address);
type Node = Record<string, unknown>;
const root = (convert(xml, { format: "object" }) as { Invoice: Node }).Invoice;
const at = (...path: string[]): unknown =>
  path.reduce<unknown>((node, name) => (node as Node | undefined)?.[name], root);
const textOf = (node: unknown): string => (typeof node === "string" ? node : String((node as Node)["#"]));

test("it is well-formed, signs of names kept, and says which rules it is written by", () => {
  expect(() => create(xml)).not.toThrow();
  expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true);
  expect(root["@xmlns"]).toBe("urn:oasis:names:specification:ubl:schema:xsd:Invoice-2");
  expect(at("cbc:UBLVersionID")).toBe("2.1");
  expect(at("cbc:CustomizationID")).toBe("OIOUBL-2.1");
  expect(at("cbc:ProfileID")).toMatchObject({ "#": "urn:www.nesubl.eu:profiles:profile5:ver2.0" });
  expect(xml).toContain("<cbc:Name>Café &lt;Ærø&gt;</cbc:Name>");
  expect(xml).toContain("<cbc:Name>Prøve &amp; Søn</cbc:Name>");
  expect(at("cac:AccountingCustomerParty", "cac:Party", "cbc:EndpointID")).toEqual({
    ...{ "@schemeID": "GLN", "#": "5798009883735" },
  });
});

test("its elements stand in the order of the UBL 2.1 schema", () => {
  const schema = [
    ...[
      "cbc:UBLVersionID",
      "cbc:CustomizationID",
      "cbc:ProfileID",
      "cbc:ID",
      "cbc:CopyIndicator",
      "cbc:IssueDate",
    ],
    ...["cbc:InvoiceTypeCode", "cbc:DocumentCurrencyCode", "cac:InvoicePeriod", "cac:OrderReference"],
    ...["cac:ContractDocumentReference", "cac:AccountingSupplierParty", "cac:AccountingCustomerParty"],
    ...["cac:PaymentMeans", "cac:TaxTotal", "cac:LegalMonetaryTotal", "cac:InvoiceLine"],
  ];
  expect(Object.keys(root).filter((name) => !name.startsWith("@"))).toEqual(schema);
  expect(Object.keys(at("cac:AccountingSupplierParty", "cac:Party") as Node)).toEqual([
    ...["cbc:EndpointID", "cac:PartyIdentification", "cac:PartyName", "cac:PostalAddress"],
    ...["cac:PartyLegalEntity", "cac:Contact"],
  ]);
  const lines = at("cac:InvoiceLine") as Node[];
  expect(Object.keys(lines[0]!)).toEqual([
    ...["cbc:ID", "cbc:InvoicedQuantity", "cbc:LineExtensionAmount", "cac:TaxTotal", "cac:Item", "cac:Price"],
  ]);
});

test("its sums agree: lines to the total, quantity times price to the line, no VAT on letting", () => {
  const lines = at("cac:InvoiceLine") as Node[];
  const ore = (node: unknown) => Math.round(Number(textOf(node)) * 100);
  const sums = lines.map((line) => ore(line["cbc:LineExtensionAmount"]));
  expect(sums).toEqual([12_445_67, -100_00]);
  expect(sums.reduce((sum, one) => sum + one, 0)).toBe(invoice.totalOre);
  for (const line of lines) {
    const price = ore((line["cac:Price"] as Node)["cbc:PriceAmount"]);
    expect(price).toBeGreaterThanOrEqual(0);
    expect(price * Number(textOf(line["cbc:InvoicedQuantity"]))).toBe(ore(line["cbc:LineExtensionAmount"]));
  }
  const totals = at("cac:LegalMonetaryTotal") as Node;
  for (const name of ["cbc:LineExtensionAmount", "cbc:TaxInclusiveAmount", "cbc:PayableAmount"])
    expect(ore(totals[name])).toBe(invoice.totalOre);
  expect(ore(at("cac:TaxTotal", "cbc:TaxAmount"))).toBe(0);
  expect(textOf(at("cac:TaxTotal", "cac:TaxSubtotal", "cac:TaxCategory", "cbc:ID"))).toBe("ZeroRated");
});

test("it is paid to the account by the day", () => {
  expect(at("cac:PaymentMeans")).toMatchObject({
    ...{ "cbc:PaymentMeansCode": "42", "cbc:PaymentDueDate": "2026-02-02" },
    "cbc:PaymentChannelCode": {
      ...{ "@listAgencyID": "320", "@listID": "urn:oioubl:codelist:paymentchannelcode-1.1", "#": "DK:BANK" },
    },
    "cac:PayeeFinancialAccount": {
      ...{ "cbc:ID": "0000123456", "cac:FinancialInstitutionBranch": { "cbc:ID": "1234" } },
    },
  });
});

test("a correction below nothing is a credit note of the invoice it puts right, in amounts above nothing", () => {
  const credited = {
    ...{ ...invoice, number: "2026-01-1-KEJD-U-00001", corrects: invoice.number, totalOre: -500_00 },
    lines: [
      { text: "Basishusleje", amountOre: -12_500_00 },
      { text: "Basishusleje", amountOre: 12_000_00 },
    ],
  };
  const text = oioublInvoice(credited, "5798009883735", address);
  const note = (convert(text, { format: "object" }) as { CreditNote: Node }).CreditNote;
  expect(note["@xmlns"]).toBe("urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2");
  expect(Object.keys(note).filter((name) => !name.startsWith("@"))).toEqual([
    ...["cbc:UBLVersionID", "cbc:CustomizationID", "cbc:ProfileID", "cbc:ID", "cbc:CopyIndicator"],
    ...["cbc:IssueDate", "cbc:DocumentCurrencyCode", "cac:InvoicePeriod", "cac:OrderReference"],
    ...["cac:BillingReference", "cac:ContractDocumentReference", "cac:AccountingSupplierParty"],
    ...["cac:AccountingCustomerParty", "cac:TaxTotal", "cac:LegalMonetaryTotal", "cac:CreditNoteLine"],
  ]);
  expect(note["cac:BillingReference"]).toEqual({
    "cac:InvoiceDocumentReference": { "cbc:ID": invoice.number },
  });
  expect(textOf((note["cac:LegalMonetaryTotal"] as Node)["cbc:PayableAmount"])).toBe("500.00");
  const lines = note["cac:CreditNoteLine"] as Node[];
  expect(
    lines.map((one) => [textOf(one["cbc:CreditedQuantity"]), textOf(one["cbc:LineExtensionAmount"])]),
  ).toEqual([
    ["1", "12500.00"],
    ["-1", "-12000.00"],
  ]);
});

test("a correction above nothing is an invoice that names the one it puts right", () => {
  const more = oioublInvoice({ ...invoice, corrects: "2026-01-KEJD-U-00009" }, "5798009883735", address);
  expect(more).toContain("<cbc:ID>2026-01-KEJD-U-00009</cbc:ID>");
  expect(more).toContain("<cac:BillingReference>");
});

test("øre become kroner without a floating number between", () => {
  expect([0, 5, -5, 100, 123456789012].map(kroner)).toEqual([
    "0.00",
    "0.05",
    "-0.05",
    "1.00",
    "1234567890.12",
  ]);
});

test("a party without a CVR number has no legal entity, for one without its number is refused; the customer has a contact with an id", () => {
  const without = { ...invoice, customer: { ...invoice.customer, cvr: null } };
  const text = oioublInvoice(without, "5798009883735", address);
  const made = (convert(text, { format: "object" }) as { Invoice: Node }).Invoice;
  const customer = (made["cac:AccountingCustomerParty"] as Node)["cac:Party"] as Node;
  expect(customer["cac:PartyLegalEntity"]).toBeUndefined();
  expect(textOf((customer["cac:Contact"] as Node)["cbc:ID"])).toBe("KEJD-U-00001");
  expect(at("cac:AccountingSupplierParty", "cac:Party", "cac:PartyLegalEntity")).toMatchObject({
    "cbc:CompanyID": { "@schemeID": "DK:CVR", "#": "DK64942212" },
  });
});

test("every code and identifier of OIOUBL's own lists names its list and agency 320; no total is below nothing", () => {
  const named = [...xml.matchAll(/<cbc:(\w+) ([^>]*urn:oioubl:[^>]*)>/g)].map(([, name, attributes]) => [
    name,
    attributes!.includes('AgencyID="320"'),
  ]);
  expect(new Set(named.map(([name]) => name))).toEqual(
    new Set(["ProfileID", "InvoiceTypeCode", "AddressFormatCode", "PaymentChannelCode", "ID"]),
  );
  expect(named.every(([, isAgency]) => isAgency)).toBe(true);
  const totals = at("cac:LegalMonetaryTotal") as Node;
  for (const amount of Object.values(totals)) expect(Number(textOf(amount))).toBeGreaterThanOrEqual(0);
});
