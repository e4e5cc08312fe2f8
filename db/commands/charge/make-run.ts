import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getFeeRate, prepareCharges, type MissingMonth } from "#db/queries/charge/prepare-charges.ts";
import type { Actor } from "#domain/actor.ts";
import type { ChargePeriod } from "#domain/charge/charge-period.ts";
import { mayCharge } from "#domain/charge/charge-rights.ts";
import type { ChargeRunStatus } from "#domain/charge/charge-run-state.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { writeCharges } from "./write-charges.ts";

/** Leases in one transaction: so much is lost at most where a making is broken off, and so long others wait. */
const batchSize = 500;

export interface MadeRun {
  id: Id;
  status: ChargeRunStatus;
  totalOre: number;
  /** It was there, whole, when it was asked for. */
  isRepeated: boolean;
}

/** The run, or why there is none: with the period that is in the way, or the leases that lack a month. */
export type MakeAnswer =
  | { ok: true; value: MadeRun }
  | { ok: false; refusal: "notAllowed" | "alreadyIssued" }
  | { ok: false; refusal: "overlaps"; period: string }
  | { ok: false; refusal: "indexMonthMissing"; missing: MissingMonth[] };

/**
 * Makes the run of a period, as a draft: lease by lease in batches, each a transaction. Asked again it answers what stands; where the
 * making was broken off it goes on with the leases that are left. A month that the index lacks stops it before anything is written.
 */
export async function makeRun(db: Db, actor: Actor, period: ChargePeriod, now: Date): Promise<MakeAnswer> {
  if (!mayCharge(actor)) return refused("notAllowed");
  const { organisationId } = actor;
  const begun = await runOf(db, organisationId, period);
  if (begun && begun.status !== "making") return standing(begun);
  const feeRate = await getFeeRate(db, organisationId, period.from);
  const { charges, missing } = await prepareCharges(db, organisationId, period, feeRate);
  if (missing.length > 0) return { ...refused("indexMonthMissing"), missing };
  const run = begun ?? (await beginRun(db, actor, period, feeRate, now));
  if (!run.ok && run.period !== period.text) return { ...refused("overlaps"), period: run.period };
  const found = (await runOf(db, organisationId, period))!;
  for (let at = 0; at < charges.length; at += batchSize)
    await db.transaction(async (tx) => {
      if (await isMaking(tx, found.id))
        await writeCharges(tx, { id: found.id, organisationId }, charges.slice(at, at + batchSize));
    });
  return db.transaction(async (tx) => {
    if (await isMaking(tx, found.id)) {
      await tx.execute(sql`update charge_run set status = 'draft' where id = ${found.id}`);
      await recordChange(tx, actor, {
        ...{ action: "make", entity: "chargeRun", entityId: found.id },
        changes: { period: { from: null, to: period.text }, leases: { from: null, to: charges.length } },
      });
    }
    const made = (await runOf(tx, organisationId, period))!;
    return made.status === "issued"
      ? refused("alreadyIssued")
      : done({ id: made.id, status: made.status, totalOre: made.totalOre, isRepeated: false });
  });
}

/** What a period would be charged now, and by how many leases: nothing is written. */
export async function previewRun(
  db: Db,
  actor: Actor,
  period: ChargePeriod,
): Promise<
  | { ok: true; value: { leases: number; totalOre: number } }
  | { ok: false; refusal: "notAllowed" | "alreadyIssued" }
  | { ok: false; refusal: "indexMonthMissing"; missing: MissingMonth[] }
> {
  if (!mayCharge(actor)) return refused("notAllowed");
  const { organisationId } = actor;
  const found = await runOf(db, organisationId, period);
  if (found?.status === "issued") return refused("alreadyIssued");
  const feeRate = await getFeeRate(db, organisationId, period.from);
  const { charges, missing } = await prepareCharges(db, organisationId, period, feeRate);
  if (missing.length > 0) return { ...refused("indexMonthMissing"), missing };
  return done({
    leases: charges.filter(({ lines }) => lines.length > 0).length,
    totalOre: charges.reduce((sum, { totalOre }) => sum + totalOre, 0),
  });
}

interface FoundRun {
  ok: true;
  id: Id;
  status: ChargeRunStatus;
  totalOre: number;
}

function standing({ id, status, totalOre }: FoundRun): MakeAnswer {
  if (status === "issued") return refused("alreadyIssued");
  return done({ id, status, totalOre, isRepeated: true });
}

async function runOf(db: Db, organisationId: Id, { text }: ChargePeriod): Promise<FoundRun | null> {
  const [row] = await db.execute<Omit<FoundRun, "ok"> & Record<string, unknown>>(sql`
    select r.id, r.status, (select coalesce(sum(total_ore), 0)::bigint from charge c where c.run_id = r.id) as "totalOre"
      from charge_run r where r.organisation_id = ${organisationId} and r.kind = 'regular' and r.period = ${text}`);
  return row ? { ok: true, ...row } : null;
}

/** Begins a run, or tells whose period it would fall on. */
async function beginRun(
  db: Db,
  actor: Actor,
  { text, from, to }: ChargePeriod,
  feeRate: number,
  now: Date,
): Promise<{ ok: true } | { ok: false; period: string }> {
  const { organisationId, accountId } = actor;
  const begun = await db.execute(sql`
    insert into charge_run (id, organisation_id, kind, period, period_from, period_to, sequence, status, fee_rate, made_by, made_at)
    values (${newId()}, ${organisationId}, 'regular', ${text}, ${from}::date, ${to}::date, 0, 'making', ${feeRate}, ${accountId},
            ${now.toISOString()}::timestamptz)
    on conflict do nothing returning id`);
  if (begun.length > 0) return { ok: true };
  const [other] = await db.execute<{ period: string }>(sql`
    select period from charge_run where organisation_id = ${organisationId} and kind = 'regular'
       and period_from < ${to}::date and period_to > ${from}::date order by period = ${text} desc, period_from limit 1`);
  return { ok: false, period: other!.period };
}

/** Whether a run is still being made; whoever asks holds it until the transaction ends. */
async function isMaking(tx: Db, id: Id): Promise<boolean> {
  const [row] = await tx.execute<{ status: ChargeRunStatus }>(
    sql`select status from charge_run where id = ${id} for update`,
  );
  return row?.status === "making";
}
