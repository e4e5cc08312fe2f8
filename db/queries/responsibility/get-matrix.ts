import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { facilityItem, responsibilityRule, slaTarget, team } from "#db/schema/index.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Priority } from "#domain/order/sla.ts";
import type { Matrix } from "#domain/responsibility/answer.ts";
import type { FacilityItem } from "#domain/responsibility/facility-item.ts";
import type { ResponsibilityRule } from "#domain/responsibility/responsibility-rule.ts";

/**
 * All that an organisation answers from on a day; without a day, the rules of all times. It is not narrowed by who
 * asks: everyone's answer follows from every rule. What is shown of the rules is (`listRules`).
 */
export async function getMatrix(db: Db, organisationId: Id, on: Day | null): Promise<Matrix> {
  const [rules, items, teams, targets] = await Promise.all([
    rulesOf(db, organisationId, on),
    db
      .select()
      .from(facilityItem)
      .where(eq(facilityItem.organisationId, organisationId))
      .orderBy(asc(facilityItem.sort), asc(facilityItem.code)),
    db
      .select({ id: team.id, code: team.code, administrationId: team.administrationId })
      .from(team)
      .where(and(eq(team.organisationId, organisationId), isNull(team.closedOn)))
      .orderBy(asc(team.code)),
    db
      .select()
      .from(slaTarget)
      .where(eq(slaTarget.organisationId, organisationId))
      .orderBy(asc(slaTarget.id)),
  ]);
  return {
    rules,
    items: items as FacilityItem[],
    teams,
    targets: targets.map((target) => ({ ...target, priority: target.priority as Priority })),
  };
}

async function rulesOf(db: Db, organisationId: Id, on: Day | null): Promise<ResponsibilityRule[]> {
  const rule = responsibilityRule;
  const ofDay =
    on === null ? undefined : and(lte(rule.validFrom, on), or(isNull(rule.validTo), gt(rule.validTo, on)));
  return db
    .select()
    .from(rule)
    .where(and(eq(rule.organisationId, organisationId), ofDay))
    .orderBy(asc(rule.id));
}
