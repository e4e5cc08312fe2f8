import { sql } from "drizzle-orm";
import { writesAll } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import {
  planConfirmation,
  type PlannedBuilding,
  type StagedChoices,
  type StagedFault,
} from "#domain/staged/plan-confirmation.ts";
import type { StagedSelection } from "#domain/staged/staged-search.ts";
import type { MultiPolygonCoordinates } from "#geo/polygon.ts";
import type { Db } from "../client.server.ts";
import { getImportContext } from "../queries/import-context.ts";
import { listWaitingRows } from "../queries/staged/list-waiting-rows.ts";
import { loadBuildingUses } from "./load-building-uses.ts";
import { recordChange, recordChanges } from "./record-change.ts";
import { refreshPortfolio } from "./refresh-portfolio.ts";
import { chooseStaged, holdStaging } from "./staged/choose-staged.ts";
import { linkToBuildings, markConfirmed } from "./staged/mark-confirmed.ts";
import { findAddresses } from "./staged/write-addresses.ts";
import { writeConfirmedBuildings } from "./staged/write-confirmed-buildings.ts";

/** More at once is surely a slip, and would hold everybody up. */
export const MOST_CONFIRMED_AT_ONCE = 10_000;

export type ConfirmRefusal = "notAllowed" | "listChanged" | "tooMany" | "unknownAdministration";

/** What came of it. Every row of the selection is counted once. */
export interface Confirmed {
  /** The buildings made, in the order of the rows. */
  buildingIds: Id[];
  /** Rows that were a building of ours already. */
  already: number;
  rejected: number;
  gone: number;
  /** Rows left waiting, and how many of them for which reason; a row may have several. */
  left: number;
  faults: Partial<Record<StagedFault, number>>;
}

const batchSize = 1_000;

/**
 * Says of rows that they are ours: each becomes a whole building (its property and address where we lack them, a
 * version from the day given, its floors with one undivided space each), in one transaction. Rows that lack something are
 * left and counted. What is a building already stays as it is, so the same command twice changes nothing.
 */
export async function confirmStaged(
  db: Db,
  actor: Actor,
  selection: StagedSelection,
  choices: StagedChoices,
  now: Date,
): Promise<Result<Confirmed, ConfirmRefusal>> {
  if (!writesAll(actor, "register")) return refused("notAllowed");
  const { outline } = await getImportContext(db, actor, { now });
  return db.transaction(async (tx) => {
    await holdStaging(tx, actor);
    const chosen = await chooseStaged(tx, actor, selection);
    if (!chosen) return refused("listChanged");
    if (chosen.ids.waiting.length > MOST_CONFIRMED_AT_ONCE) return refused("tooMany");
    if (!(await isKnownAdministration(tx, actor, choices))) return refused("unknownAdministration");
    const { ids, gone } = chosen;
    const linked = await linkToBuildings(tx, actor, ids.waiting, now);
    const result: Confirmed = {
      ...{ buildingIds: [], already: ids.confirmed.length + linked, rejected: ids.rejected.length, gone },
      ...{ left: 0, faults: {} },
    };
    await loadBuildingUses(tx);
    for (let start = 0; start < ids.waiting.length; start += batchSize)
      await confirmBatch(tx, actor, ids.waiting.slice(start, start + batchSize), {
        choices,
        outline,
        now,
        result,
      });
    await recordConfirmation(tx, actor, choices, result);
    if (result.buildingIds.length > 0) await refreshPortfolio(tx, actor.organisationId, result.buildingIds);
    return done(result);
  });
}

interface Confirming {
  choices: StagedChoices;
  outline: MultiPolygonCoordinates | null;
  now: Date;
  result: Confirmed;
}

async function confirmBatch(tx: Db, actor: Actor, ids: Id[], confirming: Confirming): Promise<void> {
  const { choices, outline, now, result } = confirming;
  const planned: (PlannedBuilding & { buildingId: Id })[] = [];
  for (const row of await listWaitingRows(tx, actor, ids)) {
    const plan = planConfirmation(row, choices, outline);
    if (plan.ok) planned.push({ ...plan.building, buildingId: newId() });
    else {
      result.left += 1;
      for (const fault of plan.faults) result.faults[fault] = (result.faults[fault] ?? 0) + 1;
    }
  }
  if (planned.length === 0) return;
  const today = dayAt(now);
  const placed = await findAddresses(tx, actor, planned, today);
  await writeConfirmedBuildings(tx, actor, placed, choices, today);
  await markConfirmed(tx, actor, placed, now);
  result.buildingIds.push(...placed.map(({ buildingId }) => buildingId));
  await recordChanges(
    tx,
    actor,
    placed.map(({ buildingId, name, row, heldAreaM2 }) => ({
      ...{ action: "confirm", entity: "building", entityId: buildingId },
      changes: {
        name: { from: null, to: name },
        bbrId: { from: null, to: row.bbrId },
        tenure: { from: null, to: choices.tenure },
        heldAreaM2: { from: null, to: heldAreaM2 },
      },
    })),
  );
}

async function isKnownAdministration(tx: Db, actor: Actor, { administrationId }: StagedChoices) {
  if (administrationId === null) return true;
  const rows = await tx.execute(sql`
    select 1 from administration where organisation_id = ${actor.organisationId} and id = ${administrationId}::uuid`);
  return rows.length === 1;
}

/** One row for the command as a whole; one that made nothing leaves none. */
async function recordConfirmation(
  tx: Db,
  actor: Actor,
  { tenure, from, bfeNumber, administrationId }: StagedChoices,
  { buildingIds, left, already, rejected, gone }: Confirmed,
): Promise<void> {
  if (buildingIds.length === 0) return;
  const to = { confirmed: buildingIds.length, left, already, rejected, gone };
  await recordChange(tx, actor, {
    ...{ action: "confirm", entity: "stagedBuilding", entityId: null },
    changes: {
      counts: { from: null, to },
      choices: { from: null, to: { tenure, from, bfeNumber, administrationId } },
    },
  });
}
