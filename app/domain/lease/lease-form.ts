import { z } from "zod";
import { basePartKinds, rentBases, rentLineKinds } from "../rent/rent-term.ts";
import { leaseKinds } from "./lease-search.ts";

/* A lease on its way, as it was typed: every field a text, so that a draft can be saved however unfinished it is. */

const text = z.string().max(2_000).default("");

const Party = z.object({ name: text, cvr: text, ean: text, contact: text, mail: text, phone: text });
const noParty = () => Party.parse({});

/** A whole space, or some m² of one floor that has not been divided. Days as typed; `to` is the last day, or nothing. */
const Premise = z.object({
  buildingId: z.string(),
  spaceId: z.string().default(""),
  floorId: z.string().default(""),
  areaM2: text,
  from: text,
  to: text,
});

const RentRow = z.object({
  kind: z.enum(rentLineKinds),
  part: z.enum(basePartKinds).nullable().default(null),
  basis: z.enum(rentBases),
  /** Kroner a year, or a m² a year, as typed. */
  kroner: text,
  isIndexed: z.boolean().default(false),
  /** Percent, as typed. */
  cap: text,
  floor: text,
});

const Terms = z.object({
  landlordNoticeMonths: text,
  tenantNoticeMonths: text,
  landlordBoundUntil: text,
  tenantBoundUntil: text,
  noticeTo: z.enum(["anyDay", "monthEnd", "quarterEnd"]).default("monthEnd"),
  restoration: z.enum(["none", "maintained", "asReceived", "cleared"]).default("none"),
  depositKroner: text,
  prepaidKroner: text,
  marketRentFrom: text,
  marketRentEveryYears: text,
  /** The month whose index figure the rent is agreed at, as `YYYY-MM`; when it is adjusted. */
  baseMonth: text,
  adjustsInMonth: text,
  optionKind: z.enum(["", "extend", "break", "expand", "buy"]).default(""),
  optionHolder: z.enum(["landlord", "tenant"]).default("tenant"),
  optionDecideBy: text,
  optionEffectOn: text,
  optionMonths: text,
});

/** All that a lease says, as typed. @example LeaseForm.parse({ kind: "internal" }).terms.noticeTo // "monthEnd" */
export const LeaseForm = z.object({
  kind: z.enum(leaseKinds),
  unit: text,
  administration: text,
  from: text,
  to: text,
  parties: z
    .object({ landlord: Party, tenant: Party, administrator: Party, payer: Party })
    .default(() => ({ landlord: noParty(), tenant: noParty(), administrator: noParty(), payer: noParty() })),
  premises: z.array(Premise).max(500).default([]),
  terms: Terms.default(() => Terms.parse({})),
  rent: z.array(RentRow).max(40).default([]),
});
export type LeaseForm = z.infer<typeof LeaseForm>;
export type PremiseTyped = LeaseForm["premises"][number];
export type RentTyped = LeaseForm["rent"][number];
