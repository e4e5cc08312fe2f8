import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { chargeLease } from "#domain/charge/charge-lease.ts";
import type { ChargeLine } from "#domain/charge/charge-line.ts";
import type { ChargePeriod } from "#domain/charge/charge-period.ts";
import { explainDifference, type ChargeReason } from "#domain/charge/explain-difference.ts";
import { assumed } from "#domain/condition/assumption.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { listChargeableLeases, type LeaseToCharge } from "./list-chargeable-leases.ts";
import { listChargedLines } from "./list-charged-lines.ts";

/** What one lease would be charged, and why that is another amount than the time before. */
export interface PreparedCharge extends Pick<
  LeaseToCharge,
  "contractId" | "number" | "administrationId" | "unitId" | "party"
> {
  lines: ChargeLine[];
  totalOre: number;
  previousOre: number | null;
  reasons: ChargeReason[];
}

/** A lease that cannot be charged, because its index lacks a month. */
export interface MissingMonth {
  contractId: Id;
  number: string;
  month: Day;
}

export interface PreparedRun {
  charges: PreparedCharge[];
  missing: MissingMonth[];
}

/**
 * All that a period is charged, lease by lease, without writing anything; a lease that was charged the time before and no longer is
 * has no lines. Where the index lacks a month every lease that asks for it is named. The whole organisation's: whoever asks has the
 * right to charge.
 */
export async function prepareCharges(
  db: Db,
  organisationId: Id,
  period: ChargePeriod,
  feeRate: number,
): Promise<PreparedRun> {
  const leases = await listChargeableLeases(db, organisationId, period);
  const last = await runBefore(db, organisationId, period);
  const before = last ? await listChargedLines(db, organisationId, last) : null;
  const prepared: PreparedRun = { charges: [], missing: [] };
  const share = period.months / 12;
  for (const lease of leases) {
    const answer = chargeLease(lease, period, feeRate);
    const { contractId, number, administrationId, unitId, party } = lease;
    const whose = { contractId, number, administrationId, unitId, party };
    const was = before?.get(contractId) ?? null;
    if (!answer.ok) prepared.missing.push({ contractId, number, month: answer.month });
    else
      prepared.charges.push({
        ...whose,
        ...answer.value,
        previousOre: before ? sumOf(was?.issued) : null,
        reasons: before ? explainDifference(was, answer.value.lines, share) : [],
      });
    before?.delete(contractId);
  }
  if (before) await addEnded(db, organisationId, before, prepared, share);
  return prepared;
}

const sumOf = (lines: readonly ChargeLine[] = []): number =>
  lines.reduce((sum, { amountOre }) => sum + amountOre, 0);

/** Leases that were charged and are no longer, each with what it no longer is. */
async function addEnded(
  db: Db,
  organisationId: Id,
  left: Awaited<ReturnType<typeof listChargedLines>>,
  prepared: PreparedRun,
  share: number,
): Promise<void> {
  const gone = [...left].filter(([, { issued }]) => sumOf(issued) !== 0);
  if (gone.length === 0) return;
  const rows = await db.execute<Omit<LeaseToCharge, "basis"> & Record<string, unknown>>(sql`
    select k.id as "contractId", k.number, k.administration_id as "administrationId", k.unit_id as "unitId",
           coalesce(k.counterparty, u.name, '') as party
      from contract k left join unit u on u.id = k.unit_id
     where k.organisation_id = ${organisationId}
       and k.id = any (${`{${gone.map(([id]) => id).join(",")}}`}::uuid[]) order by k.id`);
  for (const { contractId, number, administrationId, unitId, party } of rows) {
    const was = left.get(contractId)!;
    prepared.charges.push({
      ...{ contractId, number, administrationId, unitId, party, lines: [], totalOre: 0 },
      ...{ previousOre: sumOf(was.issued), reasons: explainDifference(was, [], share) },
    });
  }
}

/** The run that ended last before a period and is as long; a draft counts, for it is what people have in mind. */
async function runBefore(db: Db, organisationId: Id, { from, months }: ChargePeriod): Promise<Id | null> {
  const [row] = await db.execute<{ id: Id }>(sql`
    select id from charge_run
     where organisation_id = ${organisationId} and kind = 'regular' and status <> 'making' and period_to <= ${from}::date
       and period_to = (period_from + make_interval(months => ${months}::int))::date
     order by period_to desc limit 1`);
  return row?.id ?? null;
}

/** The share that is added when the rent of others is passed on, as it is set on a day. */
export async function getFeeRate(db: Db, organisationId: Id, on: Day): Promise<number> {
  const [row] = await db.execute<{ value: number }>(sql`
    select value::float8 as value from assumption
     where organisation_id = ${organisationId} and key = 'reinvoiceFeeRate'
       and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)`);
  return assumed(row ? { reinvoiceFeeRate: row.value } : {}, "reinvoiceFeeRate");
}
