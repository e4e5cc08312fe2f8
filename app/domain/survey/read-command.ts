import { z } from "zod";
import { intensities, severities } from "../condition/defect.ts";
import type { SurveyCommand } from "./survey-command.ts";

const text = (most: number) => z.string().trim().max(most);
const id = z.uuid();

const Observation = z.object({
  elementId: id,
  newElement: z
    .object({ typeCode: text(40).min(1), label: text(200) })
    .nullable()
    .default(null),
  quantity: z.number(),
  isGone: z.boolean().default(false),
  needsInvestigation: z.boolean().default(false),
  note: text(2000).default(""),
  defects: z
    .array(
      z.object({
        description: text(2000),
        ...{ severity: z.enum(severities), intensity: z.enum(intensities), extent: z.number() },
      }),
    )
    .max(50),
  remedies: z
    .array(
      z.object({
        purpose: z.enum(["upkeep", "modernisation"]),
        description: text(2000),
        priceLineId: id.nullable(),
        ownPriceOre: z.number().nullable(),
        isLumpSum: z.boolean(),
        shareToRepair: z.number(),
        recommendedYear: z.number().int().nullable(),
      }),
    )
    .max(20),
});

const head = { commandId: id, surveyId: id, happenedAt: z.iso.datetime({ offset: true }) };

const Command = z.discriminatedUnion("kind", [
  z.object({
    ...{ ...head, kind: z.literal("start"), buildingId: id },
    ...{ visitId: id.nullable().default(null), amendsId: id.nullable().default(null) },
  }),
  z.object({ ...head, kind: z.literal("observe"), observation: Observation }),
  z.object({ ...head, kind: z.literal("sign"), note: text(2000).default("") }),
]);

/** Reads a command as it came from a phone; null where something is missing or of another shape. */
export function readSurveyCommand(given: unknown): SurveyCommand | null {
  const read = Command.safeParse(given);
  return read.success ? read.data : null;
}
