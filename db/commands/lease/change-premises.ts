import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { sideOf } from "#domain/lease/check-premises.ts";
import type { LeaseKind } from "#domain/lease/lease-search.ts";
import type { ChangedLease, PremisesPlan } from "#domain/lease/premises-change.ts";
import { takeSplit, type SpaceSplit } from "./space-split.ts";
import { splitSpace } from "./split-space.ts";

interface Lease {
  id: Id;
  organisationId: Id;
  kind: LeaseKind;
  unitId: Id | null;
  validTo: Day | null;
}

/** A lease as a change of its premises looks at it. */
export const changedLease = (lease: Pick<Lease, "id" | "kind" | "validTo">, on: Day): ChangedLease => ({
  ...{ id: lease.id, side: sideOf(lease.kind), on, until: lease.validTo },
});

/**
 * Hands premises back and takes others from a day, as they were judged: m² of a space are parted from the rest, the unit's use of what is
 * handed back ends, earlier days stay as they were. Answers the spaces that were split, so that it can be undone. Inside a transaction.
 */
export async function changePremises(
  tx: Db,
  lease: Lease,
  plan: PremisesPlan,
  on: Day,
): Promise<SpaceSplit[]> {
  const of = changedLease(lease, on);
  const splits: SpaceSplit[] = [];
  const part = async (spaceId: Id, areaM2: number, isUndivided: boolean): Promise<Id> => {
    const taken = await takeSplit(tx, spaceId);
    const parts = await splitSpace(tx, spaceId, { areaM2, on, isUndivided });
    splits.push({ ...taken, parts: [parts.part, parts.rest] });
    return parts.part;
  };
  for (const { spaceId, areaM2 } of plan.back)
    await handBack(tx, lease, areaM2 === null ? spaceId : await part(spaceId, areaM2, true), on);
  for (const { spaceId, areaM2 } of plan.take)
    await take(tx, lease, areaM2 === null ? spaceId : await part(spaceId, areaM2, false), of);
  return splits;
}

/** The lease, and its unit, no longer have a space from a day. */
async function handBack(tx: Db, { id, unitId }: Lease, spaceId: Id, on: Day): Promise<void> {
  const rows = [
    ["tenancy", sql`contract_id = ${id}`] as const,
    ["occupation", sql`unit_id = ${unitId}`] as const,
  ];
  for (const [table, whose] of rows) {
    const name = sql.identifier(table);
    const there = sql`space_id = ${spaceId} and ${whose}`;
    await tx.execute(sql`delete from ${name} where ${there} and valid_from >= ${on}::date`);
    await tx.execute(sql`update ${name} set valid_to = ${on}::date
      where ${there} and (valid_to is null or valid_to > ${on}::date)`);
  }
}

async function take(tx: Db, { id }: Lease, spaceId: Id, { side, on, until }: ChangedLease): Promise<void> {
  await tx.execute(sql`
    insert into tenancy (id, organisation_id, contract_id, building_id, space_id, side, valid_from, valid_to)
    select ${newId()}, organisation_id, ${id}, building_id, id, ${side}, ${on}::date, ${until}::date from space where id = ${spaceId}`);
}
