import { z } from "zod";
import type { Db } from "#db/client.server.ts";
import { changeAssumption, type AssumptionRefusal } from "#db/commands/condition/change-assumption.ts";
import { listAssumptions } from "#db/queries/condition/list-assumptions.ts";
import type { Actor } from "#domain/actor.ts";
import { isAssumptionUnit, readAssumption } from "#domain/condition/assumption-value.ts";
import { parseDay } from "#domain/day.ts";

const Form = z.object({
  key: z.string(),
  value: z.string(),
  from: z.string().refine((text) => parseDay(text) !== null),
  source: z.string().trim().min(1).max(200),
  owner: z.string().trim().min(1).max(120),
});

export type AssumptionFault = "value" | "from" | "source" | "owner";
export interface AssumptionAnswer {
  refusal: AssumptionRefusal | null;
  faults: AssumptionFault[];
  typed: Record<string, string>;
}

/** Lets a value be another as the form says; null where it is done, else what is wrong and what was typed. */
export async function takeChange(
  db: Db,
  actor: Actor,
  form: FormData,
  now: Date,
): Promise<AssumptionAnswer | null> {
  const typed = Object.fromEntries([...form].map(([key, value]) => [key, String(value)]));
  const read = Form.safeParse(typed);
  const known = (await listAssumptions(db, actor)).find(({ key }) => key === typed.key);
  if (!known || !isAssumptionUnit(known.unit)) return { refusal: "notFound", faults: [], typed };
  const value = readAssumption(typed.value ?? "", known.unit);
  if (!read.success || value === null) {
    const faults = read.success ? [] : read.error.issues.map(({ path }) => path[0] as AssumptionFault);
    if (value === null) faults.unshift("value");
    return { refusal: null, faults: [...new Set(faults)], typed };
  }
  const { key, from, source, owner } = read.data;
  const result = await changeAssumption(db, actor, { key, value, from, source, owner }, now);
  return result.ok ? null : { refusal: result.refusal, faults: [], typed };
}
