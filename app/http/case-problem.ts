import { mostCasePhotos } from "#domain/case/photo-type.ts";
import type { z } from "zod";
import type { PlaceCaseRefusal, PlaceCaseResult } from "#db/commands/case/place-case.ts";
import { mostCaseItems, mostTextLength } from "#domain/case/case-form.ts";
import { problem } from "./problem.ts";

const faults: Record<string, string> = {
  id: "is not an id",
  text: "must be text",
  textMissing: "must not be empty",
  tooLong: `may have at most ${mostTextLength} characters`,
  tooMany: `too many: at most ${mostCaseItems} items and ${mostCasePhotos} photos`,
  position: "must be [longitude, latitude] in degrees",
  code: "is not a code",
  oneKind: "give serviceCode or itemCode, not both",
  quantity: "must be a positive number with at most two decimals",
  price: "must be whole øre, 0 or more",
  cause: "must be wear, vandalism, burglary, fire, storm or user",
  location: "must be inside, envelope, basicInstallation, paved or green",
};

/** 422 that names each field of a case that cannot be read. */
export const caseFormProblem = (error: z.ZodError): Response =>
  problem(422, {
    detail: "Some fields could not be read.",
    errors: error.issues.map(({ path, message }) => ({
      field: path.join("."),
      message: faults[message] ?? message,
    })),
  });

type Refusal = Extract<PlaceCaseResult, { ok: false }>;

const sayings: Record<PlaceCaseRefusal, { status: 403 | 409 | 422; field: string; message: string }> = {
  notAllowed: { status: 403, field: "", message: "Your role does not let you ask for anything." },
  keyUsedForAnother: { status: 409, field: "Idempotency-Key", message: "was used for another body" },
  placeOutsideScope: {
    status: 422,
    field: "buildingId",
    message: "is not a place where you may ask for something",
  },
  positionTooFar: { status: 422, field: "position", message: "is more than a kilometre from the building" },
  unknownPhoto: { status: 422, field: "photoIds", message: "names a photo that is not among yours" },
  unknownItem: { status: 422, field: "itemCode", message: "is no item of the list" },
  unknownService: { status: 422, field: "serviceCode", message: "is no service of the catalogue" },
  withdrawnService: { status: 422, field: "serviceCode", message: "can no longer be ordered" },
  priceChanged: { status: 422, field: "expectedUnitPriceOre", message: "the price has changed" },
};

/** A rule that said no, as the API says it: the field it is about, and the price that holds where that is why. */
export function caseRefusalProblem({ refusal, index, priceOre }: Refusal): Response {
  const { status, field, message } = sayings[refusal];
  const text = priceOre === null ? message : `${message} to ${priceOre} øre`;
  if (field === "") return problem(status, { detail: text });
  const path = index === null ? field : `items.${index}.${field}`;
  return problem(status, { detail: `${path} ${text}.`, errors: [{ field: path, message: text }] });
}
