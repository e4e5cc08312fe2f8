import { addRule } from "#db/commands/responsibility/add-rule.ts";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { RuleForm } from "#domain/responsibility/rule-form.ts";

/** The clock of tests about rules: a Friday morning. */
export const ruleClock = new Date("2026-11-20T09:00:00Z");

/** A form about a rule as it could be typed; no default rule speaks of signs. */
export const ruleForm = (parts: Partial<RuleForm> = {}): RuleForm => ({
  ...{ level: "default", administrationId: null, contractNumber: "", itemCode: "sign", location: null },
  ...{
    cause: null,
    tenure: null,
    from: "2026-12-01",
    executor: "unit",
    payer: "unit",
    payerSharePercent: 100,
  },
  ...{ otherPayer: null, teamId: null, budgetLine: "Prøve", slaCode: "standard", clauseDa: "Ny regel." },
  ...{ clauseEn: "New rule.", source: "Prøve", ...parts },
});

/** A rule that is there when the test begins. */
export async function givenRule(
  db: Db,
  actor: Actor,
  parts: Partial<RuleForm> = {},
  gapId: Id | null = null,
) {
  const added = await addRule(db, actor, ruleForm(parts), gapId, ruleClock);
  if (!added.ok) throw new Error(added.refusal);
  return added.value;
}
