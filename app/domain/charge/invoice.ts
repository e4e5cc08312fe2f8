import { addDays, type Day } from "../day-count.ts";
import { isGln } from "./gln.ts";

/** Who sends invoices, and where they are paid: the organisation's own, as an administrator has written them. */
export interface InvoiceIssuer {
  name: string;
  cvr: string;
  ean: string;
  street: string;
  houseNumber: string;
  postcode: string;
  town: string;
  bankRegistration: string;
  bankAccount: string;
  paymentDays: number;
  contact: string;
}

/** The fields of a sender in the order in which they are asked for. */
export const issuerFields = [
  ...(["name", "cvr", "ean", "street", "houseNumber", "postcode", "town"] as const),
  ...(["bankRegistration", "bankAccount", "paymentDays", "contact"] as const),
] satisfies (keyof InvoiceIssuer)[];

export interface InvoiceAddress {
  street: string;
  houseNumber: string;
  postcode: string;
  town: string;
}

/** Who is invoiced: the payer of the lease, or its tenant. */
export interface InvoiceCustomer {
  name: string;
  cvr: string | null;
  ean: string | null;
  contact: string;
  mail: string;
  /** The building that the lease is of. */
  address: InvoiceAddress | null;
}

/** An invoice for what one lease is charged in one run; a total below nothing makes it a credit note. Amounts in øre. */
export interface Invoice {
  number: string;
  /** Of a correction: the invoice that it puts right. */
  corrects: string | null;
  issuedOn: Day;
  dueOn: Day;
  leaseNumber: string;
  from: Day;
  /** The last day, included. */
  lastDay: Day;
  issuer: InvoiceIssuer;
  customer: InvoiceCustomer;
  lines: { text: string; amountOre: number }[];
  totalOre: number;
}

/** What is missing before an invoice can be sent as a file. */
export const invoiceFaults = ["noIssuer", "noEan", "wrongEan", "noAddress", "nothing"] as const;
export type InvoiceFault = (typeof invoiceFaults)[number];

/**
 * What keeps an invoice or a credit note from being sent; empty where nothing does.
 * @example faultsOf({ issuer, customer: { ...customer, ean: null }, totalOre: 1 }) // ["noEan"]
 */
export function faultsOf({
  issuer,
  customer,
  totalOre,
}: {
  issuer: InvoiceIssuer | null;
  customer: InvoiceCustomer;
  totalOre: number;
}): InvoiceFault[] {
  const faults: [boolean, InvoiceFault][] = [
    [!issuer, "noIssuer"],
    [!customer.ean, "noEan"],
    [!!customer.ean && !isGln(customer.ean), "wrongEan"],
    [!customer.address, "noAddress"],
    [totalOre === 0, "nothing"],
  ];
  return faults.filter(([isWrong]) => isWrong).map(([, fault]) => fault);
}

/** The number of a lease's invoice in a run: a correction is numbered after the run it corrects.
 *  @example invoiceNumber("2026-01", 2, "KEJD-U-00001") // "2026-01-2-KEJD-U-00001" */
export const invoiceNumber = (period: string, sequence: number, leaseNumber: string): string =>
  [period, ...(sequence > 0 ? [sequence] : []), leaseNumber].join("-");

/** The last day to pay. @example dueOn("2026-01-03", 30) // "2026-02-02" */
export const dueOn = (issuedOn: Day, paymentDays: number): Day => addDays(issuedOn, paymentDays);
