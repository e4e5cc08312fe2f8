import { redirect } from "@remix-run/node";
import { faultsOf, notSaved, ruleTyped } from "#app/http/rule-typed.ts";
import { changeRule, endRule } from "#db/commands/responsibility/change-rule.ts";
import { undoRule } from "#db/commands/responsibility/undo-rule.ts";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { parseDay } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { AnswerForm } from "#domain/responsibility/rule-form.ts";

/** Does what the button said, change, end or undo, and leads to the rule that holds from then on. */
export async function changeMatrix(db: Db, actor: Actor, ruleId: Id, form: FormData, now: Date) {
  const intent = form.get("intent");
  if (intent === "undo") {
    const undone = await undoRule(db, actor, ruleId, now);
    if (!undone.ok) return notSaved({ refusal: undone.refusal });
    const { ruleId: goesOn } = undone.value;
    return redirect(goesOn ? to(goesOn, "undone") : "/responsibility?done=undone");
  }
  if (intent === "end") {
    const from = parseDay(String(form.get("endFrom") ?? ""));
    if (!from) return notSaved({ faults: ["endFrom"] });
    const ended = await endRule(db, actor, ruleId, from, now);
    return ended.ok ? redirect(to(ruleId, "ended")) : notSaved({ refusal: ended.refusal });
  }
  const typed = ruleTyped(form);
  const parsed = AnswerForm.safeParse(typed);
  if (!parsed.success) return notSaved({ typed, faults: faultsOf(parsed.error) });
  const changed = await changeRule(db, actor, ruleId, parsed.data, now);
  return changed.ok
    ? redirect(to(changed.value.ruleId, "changed"))
    : notSaved({ typed, refusal: changed.refusal });
}

const to = (ruleId: Id, done: string) => `/responsibility/rules/${ruleId}?done=${done}`;
