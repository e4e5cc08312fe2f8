import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { listOrganisations } from "#db/queries/list-organisations.ts";
import { facilityItem, responsibilityRule, slaTarget, team } from "#db/schema/index.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";
import { priorities, usualTargets } from "#domain/order/sla.ts";
import { defaultMatrix, firstVersionFrom } from "#domain/responsibility/default-matrix.ts";
import { usualItems } from "#domain/responsibility/facility-item.ts";
import { administrationTeamMinutes, demoSuppliers, usualTeams } from "#domain/responsibility/usual-team.ts";
import { ensureCatalogue } from "./ensure-catalogue.ts";

/**
 * Gives an organisation what the order flow stands on: items, teams, deadlines, the default matrix
 * and the catalogue. What is there
 * already stays as people have made it, so it may be repeated at every start; nothing is audited, because nobody chose
 * it. A default rule that was ended or changed does not come back.
 * @example await ensureServiceBasics(tx, organisationId);
 */
export async function ensureServiceBasics(db: Db, organisationId: Id): Promise<void> {
  await db.transaction(async (tx) => {
    // Two that start at once take turns; the second finds all there.
    const [found] = await tx.execute<{ isDemo: boolean }>(sql`
      select demo_seed is not null as "isDemo" from organisation where id = ${organisationId} for no key update`);
    if (!found) return;
    await ensureItems(tx, organisationId);
    await ensureTeams(tx, organisationId, found.isDemo);
    await ensureTargets(tx, organisationId);
    await ensureMatrix(tx, organisationId);
    await ensureCatalogue(tx, organisationId);
  });
}

/** The same for every organisation there is: what a start does, so that an upgrade lacks nothing. */
export async function ensureAllServiceBasics(db: Db): Promise<void> {
  for (const { id } of await listOrganisations(db)) await ensureServiceBasics(db, id);
}

async function ensureItems(db: Db, organisationId: Id): Promise<void> {
  const rows = usualItems.map((item, index) => ({ ...item, organisationId, sort: (index + 1) * 10 }));
  await db.insert(facilityItem).values(rows).onConflictDoNothing();
}

async function ensureTeams(db: Db, organisationId: Id, isDemo: boolean): Promise<void> {
  const administrations = await db.execute<{ id: Id; code: string; name: string }>(sql`
    select id, code, name from administration where organisation_id = ${organisationId} order by code`);
  const rows = [
    ...[...usualTeams, ...(isDemo ? demoSuppliers : [])].map((one) => ({ ...one, administrationId: null })),
    ...administrations.map(({ id, code, name }) => ({
      ...{ code: `ADM-${code}`, name, kind: "administration" as const, administrationId: id },
      dailyMinutes: administrationTeamMinutes,
    })),
  ];
  await db
    .insert(team)
    .values(rows.map((row) => ({ ...row, id: newId(), organisationId })))
    .onConflictDoNothing();
}

async function ensureTargets(db: Db, organisationId: Id): Promise<void> {
  const present = await db.execute<{ priority: number }>(sql`
    select distinct priority from sla_target where organisation_id = ${organisationId} and code = 'standard'`);
  const missing = priorities.filter((priority) => present.every((row) => row.priority !== priority));
  if (missing.length === 0) return;
  await db.insert(slaTarget).values(
    missing.map((priority) => ({
      ...{ id: newId(), organisationId, code: "standard", priority, ...usualTargets[priority] },
      ...{ validFrom: firstVersionFrom, source: "Portalens eget udgangspunkt" },
    })),
  );
}

async function ensureMatrix(db: Db, organisationId: Id): Promise<void> {
  const present = await db.execute(sql`
    select 1 from responsibility_rule where organisation_id = ${organisationId} and level = 'default' limit 1`);
  if (present.length > 0) return;
  const rules = defaultMatrix.map((rule) => ({
    ...rule,
    id: newId(),
    organisationId,
    level: "default" as const,
  }));
  await db.insert(responsibilityRule).values(rules);
}
