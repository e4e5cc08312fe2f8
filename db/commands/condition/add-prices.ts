import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { priceIndex, priceLine, priceList } from "#db/schema/index.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { PriceLine } from "#domain/condition/price-list-file.ts";
import { dayAt, type Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { refreshLeaseLevels } from "../lease/refresh-lease-levels.ts";
import { recordChange } from "../record-change.ts";
import { queueReckoning } from "./queue-reckoning.ts";

export interface PriceListForm {
  name: string;
  source: string;
  priceLevelOn: Day;
  validFrom: Day;
}

export type PriceRefusal = "notAllowed" | "empty" | "dayTaken" | "fromInPast";

/** Adds a price list that follows the others from a day, today at the earliest; all backlog is reckoned anew by it. */
export async function addPriceList(
  db: Db,
  actor: Actor,
  form: PriceListForm,
  lines: readonly PriceLine[],
  now: Date,
): Promise<Result<{ id: Id }, PriceRefusal>> {
  if (!may(actor, "settings", "write")) return refused("notAllowed");
  if (lines.length === 0) return refused("empty");
  if (form.validFrom < dayAt(now)) return refused("fromInPast");
  const { organisationId } = actor;
  return db.transaction(async (tx) => {
    const id = newId();
    const added = await tx
      .insert(priceList)
      .values({ id, organisationId, ...form, recordedAt: now })
      .onConflictDoNothing()
      .returning({ id: priceList.id });
    if (added.length === 0) return refused("dayTaken");
    await tx
      .insert(priceLine)
      .values(lines.map((line) => ({ ...line, id: newId(), organisationId, priceListId: id })));
    await queueReckoning(tx, organisationId, form.validFrom, now);
    await recordChange(tx, actor, {
      ...{ action: "add", entity: "priceList", entityId: id },
      changes: {
        name: { from: null, to: form.name },
        validFrom: { from: null, to: form.validFrom },
        lines: { from: null, to: lines.length },
      },
    });
    return done({ id });
  });
}

/** The indices there are: of building works, which backlog follows, and of net prices, which rents follow. */
export type IndexKey = "construction" | "npi";

/** Adds figures of an index; of a month that is there, a newer record. By that of building works all backlog is
 *  reckoned anew; by that of net prices what every lease costs, at once. */
export async function addIndexFigures(
  db: Db,
  actor: Actor,
  { key, source }: { key: IndexKey; source: string },
  figures: readonly { month: Day; value: number }[],
  now: Date,
): Promise<Result<{ changed: number }, PriceRefusal>> {
  if (!may(actor, "settings", "write")) return refused("notAllowed");
  if (figures.length === 0) return refused("empty");
  const { organisationId } = actor;
  return db.transaction(async (tx) => {
    const before = await tx.execute<{ month: Day; value: number }>(sql`
      select distinct on (month) month::text as month, value::float8 as value from price_index
       where organisation_id = ${organisationId} and key = ${key} order by month, recorded_at desc`);
    const known = new Map(before.map(({ month, value }) => [month, value]));
    const changed = figures.filter(({ month, value }) => known.get(month) !== value);
    if (changed.length === 0) return done({ changed: 0 });
    const head = { organisationId, key, source, recordedAt: now };
    await tx.insert(priceIndex).values(changed.map((figure) => ({ ...head, ...figure, id: newId() })));
    if (key === "construction") await queueReckoning(tx, organisationId, dayAt(now), now);
    else await refreshLeaseLevels(tx, organisationId, "all");
    await recordChange(tx, actor, {
      ...{ action: "add", entity: "priceIndex", entityId: null },
      changes: Object.fromEntries(
        changed.map(({ month, value }) => [month.slice(0, 7), { from: known.get(month) ?? null, to: value }]),
      ),
    });
    return done({ changed: changed.length });
  });
}
