import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { backlogEstimate, backlogLine } from "#db/schema/index.ts";
import { uuidArray } from "#db/uuid-array.ts";
import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import type { Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import type { PlacedLine } from "./settle-works.ts";

const source = "Bygningssyn, regnet pr. bygningsdel";

/** A statement has room for 65,535 values; a line takes fifteen. */
const rowsAtOnce = 1_000;

/**
 * Opens an estimate for each building and kind that has lines, and one of nothing where there was one before, so that
 * its end is seen. What was opened that day or later is replaced with its lines; what was opened before is closed.
 */
export async function writeEstimates(
  tx: Db,
  organisationId: Id,
  buildingIds: readonly Id[],
  lines: readonly PlacedLine[],
  on: Day,
): Promise<void> {
  const estimates = new Map<string, typeof backlogEstimate.$inferInsert>();
  const estimateOf = (buildingId: Id, kind: BacklogKind) => {
    const key = `${buildingId} ${kind}`;
    const found = estimates.get(key) ?? {
      ...{ id: newId(), organisationId, buildingId, kind, amountOre: 0 },
      ...{ validFrom: on, source, method: "survey" as const },
    };
    estimates.set(key, found);
    return found;
  };
  for (const { buildingId, kind } of await closeBefore(tx, buildingIds, on)) estimateOf(buildingId, kind);
  const rows = lines.map((line) => {
    const estimate = estimateOf(line.buildingId, line.kind);
    estimate.amountOre += line.amountOre;
    return rowOf(line, organisationId, estimate.id);
  });
  for (const batch of inBatches([...estimates.values()])) await tx.insert(backlogEstimate).values(batch);
  for (const batch of inBatches(rows)) await tx.insert(backlogLine).values(batch);
}

/** Ends what was in force, and tells which kinds there were that day. */
async function closeBefore(
  tx: Db,
  buildingIds: readonly Id[],
  on: Day,
): Promise<{ buildingId: Id; kind: BacklogKind }[]> {
  const own = uuidArray(buildingIds);
  const gone = await tx.execute<{ buildingId: Id; kind: BacklogKind }>(sql`
    delete from backlog_estimate where building_id = any (${own}) and valid_from >= ${on}::date
    returning building_id as "buildingId", kind`);
  const closed = await tx.execute<{ buildingId: Id; kind: BacklogKind }>(sql`
    update backlog_estimate set valid_to = ${on}::date
     where building_id = any (${own}) and (valid_to is null or valid_to > ${on}::date)
    returning building_id as "buildingId", kind`);
  return [...gone, ...closed];
}

const rowOf = (line: PlacedLine, organisationId: Id, estimateId: Id): typeof backlogLine.$inferInsert => ({
  ...{ id: newId(), organisationId, estimateId, buildingId: line.buildingId, elementId: line.elementId },
  ...{ remedyId: line.remedyId, workId: line.workId, condition: line.condition, observedOn: line.observedOn },
  ...{ quantity: line.quantity, shareToRepair: line.shareToRepair, unitPriceOre: line.unitPriceOre },
  ...{ indexFactor: line.indexFactor, indexMonth: line.indexMonth, overheadRate: line.overheadRate },
  amountOre: line.amountOre,
});

function* inBatches<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) yield rows.slice(start, start + rowsAtOnce);
}
