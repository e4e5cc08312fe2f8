import { json, redirect } from "@remix-run/node";
import { closeUnit, openUnit } from "#db/commands/recurring/change-closing-periods.ts";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { isId } from "#domain/id.ts";
import { ClosingForm } from "#domain/recurring/closing-form.ts";

/** What came of closing days that were not kept, with what had been typed. */
export interface ClosingAnswer {
  faults: string[];
  refusal: "placeOutsideScope" | "notFound" | null;
  typed: Record<string, string>;
}

/** Closes a unit for some days, or takes such days away. */
export async function changeClosing(db: Db, actor: Actor, form: FormData) {
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const wrong = (faults: string[], refusal: ClosingAnswer["refusal"] = null) =>
    json<ClosingAnswer>({ faults, refusal, typed }, 422);
  if (typed.remove !== undefined) {
    if (!isId(typed.remove)) return wrong([], "notFound");
    const gone = await openUnit(db, actor, typed.remove);
    return gone.ok ? redirect("/recurring", 303) : wrong([], gone.refusal);
  }
  const parsed = ClosingForm.safeParse(typed);
  if (!parsed.success) return wrong([...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]);
  const closed = await closeUnit(db, actor, parsed.data);
  return closed.ok ? redirect("/recurring", 303) : wrong([], closed.refusal);
}
