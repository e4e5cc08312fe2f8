import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { backlogEstimate, backlogLine } from "#db/schema/index.ts";
import { uuidArray } from "#db/sql-arrays.ts";
import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import type { Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import type { PlacedLine } from "./settle-works.ts";

type EstimateRow = typeof backlogEstimate.$inferInsert;
type LineRow = typeof backlogLine.$inferInsert;

const source = "Bygningssyn, regnet pr. bygningsdel";

/** Rows go over as one value, a list in JSON: thousands of values apart take longer to write down and to read than to insert. */
const rowsAtOnce = 5_000;

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
  const estimates = new Map<string, EstimateRow>();
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
  for (const batch of inBatches([...estimates.values()])) await insertEstimates(tx, batch);
  for (const batch of inBatches(rows)) await insertLines(tx, batch);
}

const insertEstimates = (tx: Db, rows: EstimateRow[]) =>
  tx.execute(sql`
    insert into backlog_estimate (id, organisation_id, building_id, kind, amount_ore, valid_from, source, method)
    select id, "organisationId", "buildingId", kind, "amountOre", "validFrom", source, method
      from json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, "organisationId" uuid, "buildingId" uuid,
        kind text, "amountOre" bigint, "validFrom" date, source text, method text)`);

const insertLines = (tx: Db, rows: LineRow[]) =>
  tx.execute(sql`
    insert into backlog_line (id, organisation_id, estimate_id, building_id, element_id, remedy_id, work_id, condition,
      observed_on, quantity, share_to_repair, unit_price_ore, index_factor, index_month, overhead_rate, amount_ore)
    select id, "organisationId", "estimateId", "buildingId", "elementId", "remedyId", "workId", condition, "observedOn",
           quantity, "shareToRepair", "unitPriceOre", "indexFactor", "indexMonth", "overheadRate", "amountOre"
      from json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, "organisationId" uuid, "estimateId" uuid,
        "buildingId" uuid, "elementId" uuid, "remedyId" uuid, "workId" uuid, condition smallint, "observedOn" date,
        quantity numeric, "shareToRepair" numeric, "unitPriceOre" bigint, "indexFactor" numeric, "indexMonth" date,
        "overheadRate" numeric, "amountOre" bigint)`);

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

const rowOf = (line: PlacedLine, organisationId: Id, estimateId: Id): LineRow => ({
  ...{ id: newId(), organisationId, estimateId, buildingId: line.buildingId, elementId: line.elementId },
  ...{ remedyId: line.remedyId, workId: line.workId, condition: line.condition, observedOn: line.observedOn },
  ...{ quantity: line.quantity, shareToRepair: line.shareToRepair, unitPriceOre: line.unitPriceOre },
  ...{ indexFactor: line.indexFactor, indexMonth: line.indexMonth, overheadRate: line.overheadRate },
  amountOre: line.amountOre,
});

function* inBatches<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) yield rows.slice(start, start + rowsAtOnce);
}
