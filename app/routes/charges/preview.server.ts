import { makeRun, previewRun } from "#db/commands/charge/make-run.ts";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { ChargePeriod } from "#domain/charge/charge-period.ts";

/** What a period would come to, or why it cannot be reckoned; of many leases that lack a month the first are named. */
export type Preview =
  | { ok: true; period: string; leases: number; totalOre: number }
  | { ok: false; refusal: "notAllowed" | "alreadyIssued" | "period" }
  | { ok: false; refusal: "indexMonthMissing"; missing: { number: string; month: string }[]; count: number };

const named = 20;

export async function loadPreview(db: Db, actor: Actor, period: ChargePeriod | null): Promise<Preview> {
  if (!period) return { ok: false, refusal: "period" };
  const answer = await previewRun(db, actor, period);
  if (answer.ok) return { ok: true, period: period.text, ...answer.value };
  if (answer.refusal !== "indexMonthMissing") return answer;
  const { missing } = answer;
  return { ok: false, refusal: "indexMonthMissing", missing: missing.slice(0, named), count: missing.length };
}

/** Makes a draft, and says it in words of the address or why not. */
export async function makeDraft(db: Db, actor: Actor, period: ChargePeriod, now: Date) {
  const made = await makeRun(db, actor, period, now);
  if (made.ok)
    return { ok: true, id: made.value.id, was: made.value.isRepeated ? "repeated" : "made" } as const;
  return { ok: false, refusal: made.refusal, other: "period" in made ? made.period : null } as const;
}
