import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { responsibilityRule } from "#db/schema/index.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { isReplaced } from "./change-rule.ts";
import { answerOf, findOverlap, findRule, lockMatrix } from "./rule-writing.ts";
import type { RuleRefusal, StoredRule } from "./rule-writing.ts";

/**
 * Takes back a change that is not in force yet: a rule to come is removed and the one it would have taken over from goes
 * on; a rule about to end goes on. What has begun is not taken back, it is changed from a day. Answers with the rule
 * that goes on, if there is one.
 */
export async function undoRule(
  db: Db,
  actor: Actor,
  ruleId: Id,
  now: Date,
): Promise<Result<{ ruleId: Id | null }, RuleRefusal>> {
  if (!may(actor, "services", "write")) return refused("notAllowed");
  const today = dayAt(now);
  return db.transaction(async (tx) => {
    await lockMatrix(tx, actor);
    const rule = await findRule(tx, actor, ruleId);
    if (!rule) return refused("notFound");
    if (await isReplaced(tx, rule.id)) return refused("laterChange");
    if (rule.validFrom > today) return removeRule(tx, actor, rule);
    if (rule.validTo === null || rule.validTo <= today) return refused("inForce");
    if (await findOverlap(tx, rule, rule.validTo, rule.id)) return refused("overlaps");
    await reopen(tx, actor, rule.id, rule.validTo, null);
    return done({ ruleId: rule.id });
  });
}

async function removeRule(db: Db, actor: Actor, rule: StoredRule) {
  const used = await db.execute(sql`select 1 from service_order where rule_id = ${rule.id} limit 1`);
  if (used.length > 0) return refused("alreadyUsed");
  await db.delete(responsibilityRule).where(eq(responsibilityRule.id, rule.id));
  const { validFrom, itemCode, location, cause, tenure } = rule;
  const said = Object.entries({ validFrom, itemCode, location, cause, tenure, ...answerOf(rule) });
  const told = said.filter(([, value]) => value !== null);
  await recordChange(db, actor, {
    ...{ action: "undo", entity: "responsibilityRule", entityId: rule.id },
    changes: Object.fromEntries(told.map(([field, from]) => [field, { from, to: null }])),
  });
  if (rule.replacesId)
    await db
      .update(responsibilityRule)
      .set({ validTo: rule.validTo })
      .where(eq(responsibilityRule.id, rule.replacesId));
  return done({ ruleId: rule.replacesId });
}

async function reopen(db: Db, actor: Actor, ruleId: Id, from: string, to: string | null): Promise<void> {
  await db.update(responsibilityRule).set({ validTo: to }).where(eq(responsibilityRule.id, ruleId));
  await recordChange(db, actor, {
    ...{ action: "undo", entity: "responsibilityRule", entityId: ruleId },
    changes: { validTo: { from, to } },
  });
}
