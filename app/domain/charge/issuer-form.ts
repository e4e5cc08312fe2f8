import { z } from "zod";
import { isCvr, isGln } from "./gln.ts";

const text = (fault: string, most = 100) => z.string(fault).trim().min(1, fault).max(most, fault);
const bare = (fault: string) => z.string(fault).transform((typed) => typed.replace(/[\s.-]/g, ""));

/** Who sends invoices and where they are paid, as typed. Faults are the names of the fields. */
export const IssuerForm = z.object({
  name: text("name"),
  cvr: bare("cvr").refine(isCvr, "cvr"),
  ean: bare("ean").refine(isGln, "ean"),
  street: text("street"),
  houseNumber: text("houseNumber", 20),
  postcode: bare("postcode").refine((typed) => /^\d{4}$/.test(typed), "postcode"),
  town: text("town", 60),
  bankRegistration: bare("bankRegistration").refine((typed) => /^\d{4}$/.test(typed), "bankRegistration"),
  bankAccount: bare("bankAccount")
    .refine((typed) => /^\d{4,10}$/.test(typed), "bankAccount")
    .transform((typed) => typed.padStart(10, "0")),
  paymentDays: z.coerce
    .number("paymentDays")
    .int("paymentDays")
    .min(1, "paymentDays")
    .max(120, "paymentDays"),
  contact: text("contact"),
});
