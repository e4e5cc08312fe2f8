import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { colocationPlacement, colocationScenario } from "#db/schema/index.ts";
import { writesAll } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { PlacingLimits, Rule } from "#domain/colocation/optimise/placing-rules.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

const at = (now: Date) => now.toISOString();
const whole = (ore: number | null): number | null => (ore === null ? null : Math.round(ore));

/** A search that nobody has heard of for so long is lost: its server ended. */
const lostAfterMs = 30_000;

export interface ProposalAsked extends PlacingLimits {
  caseId: Id;
  /** What is pinned and forbidden there holds. */
  scenarioId: Id;
  secondsAtMost: number;
}

/** Notes that a proposal is being looked for: of a draft, from one of its scenarios, one at a time. */
export const startProposal = (
  db: Db,
  actor: Actor,
  asked: ProposalAsked,
  now: Date,
): Promise<Result<Id, "notFound" | "notDraft" | "isRunning">> =>
  db.transaction(async (tx) => {
    const { organisationId, accountId } = actor;
    if (!writesAll(actor, "colocation")) return refused("notFound");
    const [found] = await tx.execute<{ status: string }>(sql`
      select c.status from colocation_case c join colocation_scenario s on s.case_id = c.id
       where c.id = ${asked.caseId} and s.id = ${asked.scenarioId} and c.organisation_id = ${organisationId} for share of c`);
    if (!found) return refused("notFound");
    if (found.status !== "draft" && found.status !== "returned") return refused("notDraft");
    await failLost(tx, organisationId, now);
    const [run] = await tx.execute<{ id: Id }>(sql`
      insert into colocation_proposal (id, organisation_id, case_id, from_scenario_id, state, seconds_at_most,
             budget_ore, payback_years, started_by, started_at, seen_at)
      values (${newId()}, ${organisationId}, ${asked.caseId}, ${asked.scenarioId}, 'running', ${asked.secondsAtMost},
              ${asked.budgetOre}::bigint, ${asked.paybackYears}::integer, ${accountId}, ${at(now)}::timestamptz, ${at(now)}::timestamptz)
      on conflict do nothing returning id`);
    if (!run) return refused("isRunning");
    await recordChange(tx, actor, { action: "search", entity: "colocationCase", entityId: asked.caseId });
    return done(run.id);
  });

/** Asks a search to end; what it has found by then is kept. */
export const cancelProposal = (
  db: Db,
  actor: Actor,
  caseId: Id,
  now: Date,
): Promise<Result<Id, "notFound">> =>
  db.transaction(async (tx) => {
    if (!writesAll(actor, "colocation")) return refused("notFound");
    await failLost(tx, actor.organisationId, now);
    const [run] = await tx.execute<{ id: Id }>(sql`
      update colocation_proposal set cancel_requested_at = coalesce(cancel_requested_at, ${at(now)}::timestamptz)
       where case_id = ${caseId} and organisation_id = ${actor.organisationId} and state = 'running' returning id`);
    if (!run) return refused("notFound");
    await recordChange(tx, actor, { action: "cancelSearch", entity: "colocationCase", entityId: caseId });
    return done(run.id);
  });

export interface ProposalNews {
  bestOre: number | null;
  boundOre: number | null;
  seconds: number;
}

/** Says how far a search has come and that it lives; returns whether someone asks it to end, or it is over already. */
export async function noteProposal(
  db: Db,
  id: Id,
  news: ProposalNews,
  now: Date,
): Promise<"goOn" | "cancel"> {
  const [run] = await db.execute<{ cancel: boolean }>(sql`
    update colocation_proposal set seen_at = ${at(now)}::timestamptz, best_ore = ${whole(news.bestOre)}::bigint,
           bound_ore = ${whole(news.boundOre)}::bigint, seconds = ${news.seconds}
     where id = ${id} and state = 'running' returning cancel_requested_at is not null as cancel`);
  return !run || run.cancel ? "cancel" : "goOn";
}

export interface ProposalEnd {
  state: "done" | "cancelled" | "failed";
  outcome: "solved" | "searched" | "unknown" | "impossible" | null;
  bestOre: number | null;
  boundOre: number | null;
  conflict: Rule[] | null;
  /** Who goes where: becomes a scenario of its own. */
  placed: ReadonlyMap<Id, Id> | null;
}

/** Ends a search; what it found becomes a new scenario, with what was pinned and forbidden where it began. */
export const endProposal = (db: Db, id: Id, end: ProposalEnd, now: Date): Promise<Id | null> =>
  db.transaction(async (tx) => {
    const [run] = await tx.execute<{
      caseId: Id;
      organisationId: Id;
      fromId: Id;
      by: Id;
      isDraft: boolean;
    }>(sql`
      select p.case_id as "caseId", p.organisation_id as "organisationId", p.from_scenario_id as "fromId",
             p.started_by as by, c.status in ('draft', 'returned') as "isDraft"
        from colocation_proposal p join colocation_case c on c.id = p.case_id
       where p.id = ${id} and p.state = 'running' for update of p`);
    if (!run) return null;
    const scenarioId = end.placed && run.isDraft ? await addScenario(tx, run, end.placed, now) : null;
    await tx.execute(sql`
      update colocation_proposal set state = ${end.state}, outcome = ${end.outcome}, best_ore = ${whole(end.bestOre)}::bigint,
             bound_ore = ${whole(end.boundOre)}::bigint, scenario_id = ${scenarioId}::uuid,
             conflict = ${end.conflict ? JSON.stringify(end.conflict) : null}::jsonb,
             finished_at = ${at(now)}::timestamptz, seen_at = ${at(now)}::timestamptz
       where id = ${id}`);
    return scenarioId;
  });

interface Run {
  caseId: Id;
  organisationId: Id;
  fromId: Id;
  by: Id;
}

async function addScenario(tx: Db, run: Run, placed: ReadonlyMap<Id, Id>, now: Date): Promise<Id> {
  const { caseId, organisationId, fromId } = run;
  const names = await tx.execute<{ name: string }>(sql`
    select name from colocation_scenario where case_id = ${caseId} and name like 'Forslag %' limit 1000`);
  const numbers = names.map(({ name }) => Number(name.slice(8))).filter(Number.isInteger);
  const id = newId();
  await tx.insert(colocationScenario).values({
    ...{ id, organisationId, caseId, name: `Forslag ${Math.max(0, ...numbers) + 1}`, copiedFromId: fromId },
    ...{ isBase: false, createdBy: run.by, createdAt: now },
  });
  const rows = await tx.execute<{ unitId: Id; premisesId: Id; standing: "pinned" | "forbidden" }>(sql`
    select colocation_unit_id as "unitId", colocation_premises_id as "premisesId", standing from colocation_placement
     where scenario_id = ${fromId} and standing <> 'assigned' limit 100000`);
  const pinned = new Set(rows.filter(({ standing }) => standing === "pinned").map(({ unitId }) => unitId));
  const assigned = [...placed].filter(([unitId]) => !pinned.has(unitId));
  const all = [
    ...rows,
    ...assigned.map(([unitId, premisesId]) => ({ unitId, premisesId, standing: "assigned" as const })),
  ];
  if (all.length > 0)
    await tx.insert(colocationPlacement).values(
      all.map(({ unitId, premisesId, standing }) => ({
        ...{ organisationId, scenarioId: id, standing },
        ...{ colocationUnitId: unitId, colocationPremisesId: premisesId },
      })),
    );
  return id;
}

const failLost = (tx: Db, organisationId: Id, now: Date) =>
  tx.execute(sql`
    update colocation_proposal set state = 'failed', finished_at = ${at(now)}::timestamptz
     where organisation_id = ${organisationId} and state = 'running'
       and seen_at < ${at(new Date(now.getTime() - lostAfterMs))}::timestamptz`);
