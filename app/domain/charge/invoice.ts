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

/** An invoice for what one lease is charged in one run. Amounts in øre; none is negative, or it is a credit note. */
export interface Invoice {
  number: string;
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
export const invoiceFaults = ["noIssuer", "noEan", "wrongEan", "noAddress", "nothing", "credit"] as const;
export type InvoiceFault = (typeof invoiceFaults)[number];

/**
 * What keeps an invoice from being sent; empty where nothing does. A charge below nothing would be a credit note, which is not made.
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
    [totalOre < 0, "credit"],
  ];
  return faults.filter(([isWrong]) => isWrong).map(([, fault]) => fault);
}

/** The last day to pay. @example dueOn("2026-01-03", 30) // "2026-02-02" */
export const dueOn = (issuedOn: Day, paymentDays: number): Day => addDays(issuedOn, paymentDays);
