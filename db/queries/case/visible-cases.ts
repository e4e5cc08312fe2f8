import { sql, type SQL } from "drizzle-orm";
import { scopeOf, type Right } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { uuidArray } from "../../sql-arrays.ts";

/** The teams whose work the actor does on a day: what a craftsman or supplier sees is theirs and no one else's. */
export const teamsOf = (actor: Actor, today: Day): SQL => sql`(
  select m.team_id from team_member m
   where m.account_id = ${actor.accountId} and m.organisation_id = ${actor.organisationId}
     and m.valid_from <= ${today}::date and (m.valid_to is null or m.valid_to > ${today}::date))`;

/** Within the administrations and units of the actor's right. `row` has organisation_id, unit_id and administration_id. */
export function withinCaseScope(actor: Actor, row: SQL, right: Right): SQL {
  const { all, administrationIds, unitIds, seesProtected } = scopeOf(actor, "cases", right);
  const own = sql`(coalesce(${row}.unit_id = any (${uuidArray(unitIds)}), false)
    or coalesce(${row}.administration_id = any (${uuidArray(administrationIds)}), false))`;
  const open = sql`not exists (select 1 from unit pu where pu.id = ${row}.unit_id and pu.is_protected)`;
  const reached = !all ? own : seesProtected === "all" ? sql`true` : sql`(${own} or ${open})`;
  return sql`(${row}.organisation_id = ${actor.organisationId} and ${reached})`;
}

/**
 * The orders an actor sees: those of cases within scope, those of the actor's own teams, and those the actor sent.
 * `order` is the alias of service_order. A craftsman's right is "own", and own means the team's.
 */
export const orderVisibleTo = (actor: Actor, order: SQL, today: Day): SQL => sql`(
  ${withinCaseScope(actor, order, "read")}
  or (${order}.organisation_id = ${actor.organisationId} and (
    ${order}.team_id in ${teamsOf(actor, today)}
    or exists (select 1 from service_case vc where vc.id = ${order}.case_id and vc.asked_by = ${actor.accountId}))))`;

/** The cases an actor sees whole. `row` is the alias of service_case. */
export const caseVisibleTo = (actor: Actor, row: SQL, today: Day): SQL => sql`(
  ${withinCaseScope(actor, row, "read")}
  or (${row}.organisation_id = ${actor.organisationId} and (
    ${row}.asked_by = ${actor.accountId}
    or exists (select 1 from service_order vo where vo.case_id = ${row}.id and vo.team_id in ${teamsOf(actor, today)}))))`;
