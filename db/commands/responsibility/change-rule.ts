import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { responsibilityRule } from "#db/schema/index.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";
import type { AnswerForm } from "#domain/responsibility/rule-form.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { answerOf, areKnownChoices, differenceOf, findRule, lockMatrix } from "./rule-writing.ts";
import type { RuleRefusal, StoredRule } from "./rule-writing.ts";

type Changed = Result<{ ruleId: Id }, RuleRefusal>;

/**
 * Lets a rule answer otherwise from a day: the old one ends there and stays readable as of its days, a new one takes
 * over for the rest of its time. Answers with the new rule.
 */
export async function changeRule(
  db: Db,
  actor: Actor,
  ruleId: Id,
  form: AnswerForm,
  now: Date,
): Promise<Changed> {
  return withRule(db, actor, ruleId, form.from, now, async (tx, rule) => {
    if (!(await areKnownChoices(tx, actor, form))) return refused("unknownChoice");
    await endOn(tx, rule, form.from);
    const next = { ...rule, ...answerOf(form), id: newId(), validFrom: form.from, replacesId: rule.id };
    await tx.insert(responsibilityRule).values(next);
    await recordChange(tx, actor, {
      ...{ action: "change", entity: "responsibilityRule", entityId: next.id },
      changes: { validFrom: { from: rule.validFrom, to: form.from }, ...differenceOf(rule, form) },
    });
    return done({ ruleId: next.id });
  });
}

/** Ends a rule: from the day on, what is less particular answers instead, or nothing does. */
export async function endRule(db: Db, actor: Actor, ruleId: Id, from: Day, now: Date): Promise<Changed> {
  return withRule(db, actor, ruleId, from, now, async (tx, rule) => {
    await endOn(tx, rule, from);
    await recordChange(tx, actor, {
      ...{ action: "end", entity: "responsibilityRule", entityId: rule.id },
      changes: { validTo: { from: rule.validTo, to: from } },
    });
    return done({ ruleId: rule.id });
  });
}

const endOn = (db: Db, rule: StoredRule, on: Day) =>
  db.update(responsibilityRule).set({ validTo: on }).where(eq(responsibilityRule.id, rule.id));

/** Finds a rule that may be ended on a day, today at the earliest, and does it; the past is never changed. */
async function withRule(
  db: Db,
  actor: Actor,
  ruleId: Id,
  from: Day,
  now: Date,
  work: (tx: Db, rule: StoredRule) => Promise<Changed>,
): Promise<Changed> {
  if (!may(actor, "services", "write")) return refused("notAllowed");
  if (from < dayAt(now)) return refused("fromInPast");
  return db.transaction(async (tx) => {
    await lockMatrix(tx, actor);
    const rule = await findRule(tx, actor, ruleId);
    if (!rule) return refused("notFound");
    if (await isReplaced(tx, rule.id)) return refused("laterChange");
    if (rule.validTo !== null) return refused("alreadyEnded");
    if (from <= rule.validFrom) return refused("beforeItsStart");
    return work(tx, rule);
  });
}

/** Whether another rule has taken over from this one. */
export async function isReplaced(db: Db, ruleId: Id): Promise<boolean> {
  const found = await db.execute(sql`select 1 from responsibility_rule where replaces_id = ${ruleId}`);
  return found.length > 0;
}
