import { z } from "zod";
import { isId } from "../id.ts";
import { mostCasePhotos } from "./photo-type.ts";
import { impacts, urgencies } from "../order/priority.ts";
import { causes, itemLocations } from "../responsibility/terms.ts";

/** The most that one case takes. Characters are counted as people see them, an emoji as one or few. */
export const mostTextLength = 10_000;
export const mostCaseItems = 20;
const longestDescription = 10_000;

/** What no text holds and no database takes: control signs other than tab and new line. Line ends become one kind. */
const cleaned = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\t\n])\p{Cc}/gu, "")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .trim();

const words = (most: number) =>
  z
    .string("text")
    .transform(cleaned)
    .refine((text) => [...text].length <= most, "tooLong");

const Uuid = z.string("id").refine(isId, "id");
const Code = z.string("code").min(1, "code").max(40, "code");

/** One need of a case: something that failed (`itemCode`) or a service of the catalogue (`serviceCode`); neither where
 *  nobody knows yet. The faults are names, to be said in words. */
export const CaseItem = z
  .object({
    itemCode: Code.optional(),
    serviceCode: Code.optional(),
    cause: z.enum(causes, "cause").default("wear"),
    location: z.enum(itemLocations, "location").optional(),
    quantity: z
      .number("quantity")
      .positive("quantity")
      .max(100_000, "quantity")
      .multipleOf(0.01, "quantity")
      .default(1),
    description: words(longestDescription).default(""),
    impact: z.enum(impacts, "impact").optional(),
    urgency: z.enum(urgencies, "urgency").optional(),
    /** What the sender was shown; the order is refused where the price is another by now. */
    expectedUnitPriceOre: z.int("price").min(0, "price").optional(),
  })
  .refine((item) => item.itemCode === undefined || item.serviceCode === undefined, {
    message: "oneKind",
    path: ["serviceCode"],
  });
export type CaseItem = z.infer<typeof CaseItem>;

/** What is sent: where, what in words, what exactly, and photos that are stored already. Without items the service desk reads the words. */
export const CaseForm = z.object({
  buildingId: Uuid,
  spaceId: Uuid.nullish().transform((id) => id ?? null),
  /** [lon, lat] in WGS84. */
  position: z
    .tuple([z.number("position").min(-180).max(180), z.number("position").min(-90).max(90)], "position")
    .nullish()
    .transform((position) => position ?? null),
  text: words(mostTextLength).refine((text) => text.length > 0, "textMissing"),
  items: z.array(CaseItem).max(mostCaseItems, "tooMany").default([]),
  photoIds: z.array(Uuid).max(mostCasePhotos, "tooMany").default([]),
});
export type CaseForm = z.infer<typeof CaseForm>;

/** What is given to be sent, before faults were looked for. */
export type CaseFormInput = z.input<typeof CaseForm>;

/** The key of a sending, made where it was typed. */
export const SendingKey = z.string().regex(/^[\x21-\x7e]{8,200}$/, "key");
