import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { listOrganisations } from "#db/queries/list-organisations.ts";
import { assumption, elementType, priceLine, priceList } from "#db/schema/index.ts";
import { usualAssumptions } from "#domain/condition/assumption.ts";
import { usualElementTypes, usualPriceLevelOn } from "#domain/condition/element-type.ts";
import { newId, type Id } from "#domain/id.ts";

/** From when the usual values hold: before any survey that could be brought in. */
const validFrom = "2000-01-01";

/**
 * Gives an organisation what condition, backlog and plans are reckoned with: kinds of elements, assumptions and a first
 * price list. What is there stays as people have made it, so it may be repeated at every start; nothing is audited,
 * because nobody chose it. An index of prices is the organisation's own to bring; without one prices stand as they are.
 * @example await ensureConditionBasics(tx, organisationId);
 */
export async function ensureConditionBasics(db: Db, organisationId: Id): Promise<void> {
  await db.transaction(async (tx) => {
    // Two that start at once take turns; the second finds all there.
    const [found] = await tx.execute(
      sql`select 1 from organisation where id = ${organisationId} for no key update`,
    );
    if (!found) return;
    await ensureTypes(tx, organisationId);
    await ensureAssumptions(tx, organisationId);
    await ensurePrices(tx, organisationId);
  });
}

/** The same for every organisation there is: what a start does, so that an upgrade lacks nothing. */
export async function ensureAllConditionBasics(db: Db): Promise<void> {
  for (const { id } of await listOrganisations(db)) await ensureConditionBasics(db, id);
}

async function ensureTypes(db: Db, organisationId: Id): Promise<void> {
  const rows = usualElementTypes.map(({ code, sfb, nameDa, nameEn, unit, scope, workGroup }, sortOrder) => ({
    ...{ organisationId, code, sfb, nameDa, nameEn, unit, scope, workGroup, sortOrder },
  }));
  await db.insert(elementType).values(rows).onConflictDoNothing();
}

async function ensureAssumptions(db: Db, organisationId: Id): Promise<void> {
  const present = await db.execute<{ key: string }>(sql`
    select distinct key from assumption where organisation_id = ${organisationId}`);
  const known = new Set(present.map(({ key }) => key));
  const missing = usualAssumptions.filter(({ key }) => !known.has(key));
  if (missing.length === 0) return;
  await db
    .insert(assumption)
    .values(missing.map((row) => ({ ...row, id: newId(), organisationId, owner: "Portalen", validFrom })));
}

async function ensurePrices(db: Db, organisationId: Id): Promise<void> {
  const present = await db.execute(sql`
    select 1 from price_list where organisation_id = ${organisationId} limit 1`);
  if (present.length > 0) return;
  const id = newId();
  await db.insert(priceList).values({
    ...{ id, organisationId, name: "Portalens vejledende priser", source: "Skøn; erstattes af egne priser" },
    ...{ priceLevelOn: usualPriceLevelOn, validFrom, recordedAt: new Date() },
  });
  const lines = usualElementTypes.flatMap(({ code, unit, prices }) =>
    prices.map((price) => ({ ...price, elementTypeCode: code, unit })),
  );
  await db
    .insert(priceLine)
    .values(lines.map((line) => ({ ...line, id: newId(), organisationId, priceListId: id })));
}
