import { create } from "xmlbuilder2";
import type { Invoice, InvoiceAddress } from "#domain/charge/invoice.ts";

const agency = { "@schemeAgencyID": "320" };
const list = (id: string) => ({ "@listAgencyID": "320", "@listID": `urn:oioubl:codelist:${id}` });

/** Øre as kroner with two decimals, never as a floating number. @example kroner(-5) // "-0.05" */
export function kroner(ore: number): string {
  const digits = String(Math.abs(ore)).padStart(3, "0");
  return `${ore < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const amount = (ore: number) => ({ "@currencyID": "DKK", "#": kroner(ore) });

/** Letting of premises is free of VAT unless the landlord has registered for it, which the city has not. */
const taxScheme = {
  "cbc:ID": { ...agency, "@schemeID": "urn:oioubl:id:taxschemeid-1.5", "#": "63" },
  "cbc:Name": "Moms",
};
const zeroRated = {
  "cbc:ID": { ...agency, "@schemeID": "urn:oioubl:id:taxcategoryid-1.1", "#": "ZeroRated" },
  "cbc:Percent": "0",
  "cac:TaxScheme": taxScheme,
};
const taxTotal = (taxableOre: number) => ({
  "cbc:TaxAmount": amount(0),
  "cac:TaxSubtotal": {
    "cbc:TaxableAmount": amount(taxableOre),
    "cbc:TaxAmount": amount(0),
    "cac:TaxCategory": zeroRated,
  },
});

const address = ({ street, houseNumber, postcode, town }: InvoiceAddress) => ({
  "cbc:AddressFormatCode": { ...list("addressformatcode-1.1"), "#": "StructuredLax" },
  "cbc:StreetName": street,
  "cbc:BuildingNumber": houseNumber,
  "cbc:CityName": town,
  "cbc:PostalZone": postcode,
  "cac:Country": { "cbc:IdentificationCode": "DK" },
});

interface Party {
  name: string;
  ean: string;
  cvr: string | null;
  at: InvoiceAddress;
  contact: { "cbc:ID"?: string; "cbc:Name"?: string; "cbc:ElectronicMail"?: string };
}

/** A party in the order of the schema: endpoint, identification, name, address, legal entity, contact. */
const party = ({ name, ean, cvr, at, contact }: Party) => ({
  "cac:Party": {
    "cbc:EndpointID": { "@schemeID": "GLN", "#": ean },
    "cac:PartyIdentification": { "cbc:ID": { "@schemeID": "GLN", "#": ean } },
    "cac:PartyName": { "cbc:Name": name },
    "cac:PostalAddress": address(at),
    ...(cvr && {
      "cac:PartyLegalEntity": {
        "cbc:RegistrationName": name,
        "cbc:CompanyID": { "@schemeID": "DK:CVR", "#": `DK${cvr}` },
      },
    }),
    "cac:Contact": contact,
  },
});

/** What is taken back has a quantity below nothing: a price must not be. */
const line =
  (quantity: "Invoiced" | "Credited") =>
  ({ text, amountOre }: Invoice["lines"][number], index: number) => ({
    "cbc:ID": index + 1,
    [`cbc:${quantity}Quantity`]: { "@unitCode": "EA", "#": amountOre < 0 ? "-1" : "1" },
    "cbc:LineExtensionAmount": amount(amountOre),
    "cac:TaxTotal": taxTotal(amountOre),
    "cac:Item": { "cbc:Name": text.slice(0, 40), "cac:ClassifiedTaxCategory": zeroRated },
    "cac:Price": { "cbc:PriceAmount": amount(Math.abs(amountOre)) },
  });

const head = (document: "Invoice" | "CreditNote", { number, issuedOn }: Invoice) => ({
  "@xmlns": `urn:oasis:names:specification:ubl:schema:xsd:${document}-2`,
  "@xmlns:cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
  "@xmlns:cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
  "cbc:UBLVersionID": "2.1",
  "cbc:CustomizationID": "OIOUBL-2.1",
  "cbc:ProfileID": {
    ...{ ...agency, "@schemeID": "urn:oioubl:id:profileid-1.2" },
    "#": "urn:www.nesubl.eu:profiles:profile5:ver2.0",
  },
  "cbc:ID": number,
  "cbc:CopyIndicator": "false",
  "cbc:IssueDate": issuedOn,
});

/** What the document is of: its lease, and of a correction the invoice that it puts right. */
const references = ({ leaseNumber, corrects }: Invoice) => ({
  "cac:OrderReference": { "cbc:ID": leaseNumber },
  ...(corrects && {
    "cac:BillingReference": { "cac:InvoiceDocumentReference": { "cbc:ID": corrects } },
  }),
  "cac:ContractDocumentReference": { "cbc:ID": leaseNumber },
});

const parties = ({ issuer, customer, leaseNumber }: Invoice, ean: string, at: InvoiceAddress) => ({
  "cac:AccountingSupplierParty": party({
    ...{ name: issuer.name, ean: issuer.ean, cvr: issuer.cvr, at: issuer },
    contact: { "cbc:Name": issuer.contact },
  }),
  "cac:AccountingCustomerParty": party({
    ...{ name: customer.name, ean, cvr: customer.cvr, at },
    contact: {
      ...{ "cbc:ID": leaseNumber, "cbc:Name": customer.contact || customer.name },
      ...(customer.mail && { "cbc:ElectronicMail": customer.mail }),
    },
  }),
});

const totals = (totalOre: number) => ({
  "cac:TaxTotal": taxTotal(totalOre),
  "cac:LegalMonetaryTotal": {
    "cbc:LineExtensionAmount": amount(totalOre),
    // In OIOUBL this is the sum of taxes, not the sum before them.
    "cbc:TaxExclusiveAmount": amount(0),
    "cbc:TaxInclusiveAmount": amount(totalOre),
    "cbc:PayableAmount": amount(totalOre),
  },
});

const period = ({ from, lastDay }: Invoice) => ({
  "cac:InvoicePeriod": { "cbc:StartDate": from, "cbc:EndDate": lastDay },
});

const invoiceRoot = (invoice: Invoice, ean: string, at: InvoiceAddress) => ({
  Invoice: {
    ...head("Invoice", invoice),
    "cbc:InvoiceTypeCode": { ...list("invoicetypecode-1.1"), "#": "380" },
    "cbc:DocumentCurrencyCode": "DKK",
    ...period(invoice),
    ...references(invoice),
    ...parties(invoice, ean, at),
    "cac:PaymentMeans": {
      "cbc:PaymentMeansCode": "42",
      "cbc:PaymentDueDate": invoice.dueOn,
      "cbc:PaymentChannelCode": { ...list("paymentchannelcode-1.1"), "#": "DK:BANK" },
      "cac:PayeeFinancialAccount": {
        "cbc:ID": invoice.issuer.bankAccount,
        "cac:FinancialInstitutionBranch": { "cbc:ID": invoice.issuer.bankRegistration },
      },
    },
    ...totals(invoice.totalOre),
    "cac:InvoiceLine": invoice.lines.map(line("Invoiced")),
  },
});

/** What is given back, in amounts above nothing: what was taken back is credited, what is put in its place is less of it. */
const creditRoot = (invoice: Invoice, ean: string, at: InvoiceAddress) => ({
  CreditNote: {
    ...head("CreditNote", invoice),
    "cbc:DocumentCurrencyCode": "DKK",
    ...period(invoice),
    ...references(invoice),
    ...parties(invoice, ean, at),
    ...totals(-invoice.totalOre),
    "cac:CreditNoteLine": invoice.lines
      .map(({ text, amountOre }) => ({ text, amountOre: -amountOre }))
      .map(line("Credited")),
  },
});

/**
 * An invoice as OIOUBL 2.1 (UBL 2.1, the Danish customisation), addressed to a location number; below nothing in all it is a credit
 * note. Elements stand in the order of the schema. What of the rules could be had, and what could not be checked, is in docs/rent.md.
 */
export function oioublInvoice(invoice: Invoice, customerEan: string, customerAt: InvoiceAddress): string {
  const root = invoice.totalOre < 0 ? creditRoot : invoiceRoot;
  const document = create({ version: "1.0", encoding: "UTF-8" }, root(invoice, customerEan, customerAt));
  return document.end({ prettyPrint: true });
}
