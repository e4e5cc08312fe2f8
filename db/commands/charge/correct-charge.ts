import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { listChargeableLeases } from "#db/queries/charge/list-chargeable-leases.ts";
import { listChargedLines } from "#db/queries/charge/list-charged-lines.ts";
import type { Actor } from "#domain/actor.ts";
import { chargeLease } from "#domain/charge/charge-lease.ts";
import { sumOf, type ChargeLine } from "#domain/charge/charge-line.ts";
import { parseChargePeriod, type ChargePeriod } from "#domain/charge/charge-period.ts";
import { mayCharge } from "#domain/charge/charge-rights.ts";
import type { CorrectionForm } from "#domain/charge/correction-form.ts";
import { counterEntries, withAmount, type ChargedLine } from "#domain/charge/correct-charge.ts";
import type { Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { writeCharges } from "./write-charges.ts";

export type CorrectRefusal =
  "notAllowed" | "notFound" | "notIssued" | "correctionOpen" | "nothingToCorrect" | "indexMonthMissing";

interface IssuedRun {
  status: string;
  period: string;
  feeRate: number;
}

/**
 * Puts right what a lease was charged by a run that is issued, by counter-entries in a run of their own, a draft that others approve and issue:
 * to what its terms come to today, or one line to an amount. The lines that were wrong stay as they are. One correction of a lease at a time.
 */
export const correctCharge = (
  db: Db,
  actor: Actor,
  runId: Id,
  form: CorrectionForm,
  now: Date,
): Promise<Result<{ id: Id; totalOre: number }, CorrectRefusal> & { month?: Day }> =>
  db.transaction(async (tx) => {
    if (!mayCharge(actor)) return refused("notAllowed");
    const { organisationId } = actor;
    const [run] = await tx.execute<IssuedRun & Record<string, unknown>>(sql`
      select status, period, fee_rate as "feeRate" from charge_run
       where id = ${runId} and organisation_id = ${organisationId} and kind = 'regular' for no key update`);
    const party = await partyOf(tx, organisationId, form.contractId);
    if (!run || !party) return refused("notFound");
    if (run.status !== "issued") return refused("notIssued");
    if (await hasOpenCorrection(tx, runId, form.contractId)) return refused("correctionOpen");
    const charged = await listChargedLines(tx, organisationId, runId, form.contractId);
    const standing = charged.get(form.contractId)?.standing ?? [];
    const right = await rightLines(
      tx,
      organisationId,
      parseChargePeriod(run.period)!,
      run.feeRate,
      form,
      standing,
    );
    if (!right.ok) return right;
    const entries = counterEntries(standing, right.value);
    if (entries.length === 0) return refused("nothingToCorrect");
    const id = newId();
    await tx.execute(sql`
      insert into charge_run (id, organisation_id, kind, period, period_from, period_to, sequence, status, fee_rate, reason,
                              corrects_run_id, made_by, made_at)
      select ${id}, organisation_id, 'correction', period, period_from, period_to,
             (select max(o.sequence) + 1 from charge_run o where o.organisation_id = r.organisation_id and o.period = r.period),
             'draft', fee_rate, ${form.reason}, r.id, ${actor.accountId}, ${now.toISOString()}::timestamptz
        from charge_run r where r.id = ${runId}`);
    const totalOre = sumOf(entries);
    const reasons = entries.map(({ key, amountOre }) => ({
      key,
      cause: "correction" as const,
      deltaOre: amountOre,
    }));
    await writeCharges(tx, { id, organisationId }, [
      { ...party, lines: entries, totalOre, previousOre: 0, reasons },
    ]);
    await recordChange(tx, actor, {
      ...{ action: "correct", entity: "chargeRun", entityId: id },
      changes: {
        corrects: { from: null, to: runId },
        reason: { from: null, to: form.reason },
        totalOre: { from: sumOf(standing), to: sumOf(right.value) },
      },
    });
    return done({ id, totalOre });
  });

async function rightLines(
  tx: Db,
  organisationId: Id,
  period: ChargePeriod,
  feeRate: number,
  form: CorrectionForm,
  standing: readonly ChargedLine[],
): Promise<
  { ok: true; value: ChargeLine[] } | { ok: false; refusal: "notFound" | "indexMonthMissing"; month?: Day }
> {
  if (form.by === "amount") {
    const lines = withAmount(standing, form.lineId, form.amountOre, form.reason);
    return lines ? done(lines) : refused("notFound");
  }
  const [lease] = await listChargeableLeases(tx, organisationId, period, form.contractId);
  if (!lease) return done([]);
  const answer = chargeLease(lease, period, feeRate);
  return answer.ok ? done(answer.value.lines) : { ...refused("indexMonthMissing"), month: answer.month };
}

async function partyOf(tx: Db, organisationId: Id, contractId: Id) {
  const [row] = await tx.execute<{
    contractId: Id;
    administrationId: Id | null;
    unitId: Id | null;
    party: string;
  }>(sql`
    select k.id as "contractId", k.administration_id as "administrationId", k.unit_id as "unitId",
           coalesce(k.counterparty, u.name, '') as party
      from contract k left join unit u on u.id = k.unit_id
     where k.id = ${contractId} and k.organisation_id = ${organisationId}`);
  return row ?? null;
}

async function hasOpenCorrection(tx: Db, runId: Id, contractId: Id): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from charge_run r join charge c on c.run_id = r.id and c.contract_id = ${contractId}
     where r.corrects_run_id = ${runId} and r.status <> 'issued'`);
  return rows.length > 0;
}
