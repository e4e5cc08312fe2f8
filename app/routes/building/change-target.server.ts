import { z } from "zod";
import type { Db } from "#db/client.server.ts";
import { setTargetQuality, type TargetRefusal } from "#db/commands/condition/set-target-quality.ts";
import type { Actor } from "#domain/actor.ts";
import { parseDay } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { TargetQuality } from "#domain/condition/target-quality.ts";

const Form = z.object({
  quality: z.coerce.number().int().min(1).max(5),
  from: z.string().refine((text) => parseDay(text) !== null),
  source: z.string().trim().min(1).max(200),
});

export type TargetFault = "quality" | "from" | "source";
export type TargetAnswer = {
  refusal: TargetRefusal | null;
  faults: TargetFault[];
  typed: Record<string, string>;
};

/** Gives a building another class as the form says; null where it is done, else what is wrong and what was typed. */
export async function changeTarget(
  db: Db,
  actor: Actor,
  buildingId: Id,
  form: FormData,
  now: Date,
): Promise<TargetAnswer | null> {
  const typed = Object.fromEntries([...form].map(([key, value]) => [key, String(value)]));
  const read = Form.safeParse(typed);
  if (!read.success)
    return {
      ...{ refusal: null, typed },
      faults: [...new Set(read.error.issues.map(({ path }) => path[0] as TargetFault))],
    };
  const { quality, from, source } = read.data;
  const result = await setTargetQuality(
    db,
    actor,
    { ...{ buildingId, from, source }, quality: quality as TargetQuality },
    now,
  );
  return result.ok ? null : { refusal: result.refusal, faults: [], typed };
}
