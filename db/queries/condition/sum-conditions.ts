import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { stale } from "#db/queries/backlog/backlog-sums.ts";
import { keptBlocks, type Kept } from "#db/queries/backlog/find-kept.ts";
import type { Actor } from "#domain/actor.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import type { ElementBasis } from "./get-element-basis.ts";
import { standingElements } from "./standing-elements.ts";

/** Elements of a kind that were seen alike and have aged alike: what replacing them costs (øre), and how many there are. */
export interface ConditionSum {
  scope: "exterior" | "interior";
  /** Null where they were never seen, or need a closer look. */
  condition: Condition | null;
  estimatedClass: Condition | null;
  elements: number;
  replacementOre: number;
}

type Row = Omit<ConditionSum, "scope" | "replacementOre"> & { typeCode: string; quantity: number };

/** All elements of the buildings that a search finds, by kind, observed condition and estimated class; from what is kept where blocks are taken whole. */
export async function sumConditions(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  basis: ElementBasis,
  kept: Kept | null,
): Promise<ConditionSum[]> {
  const byBlock = kept?.byBlock ? kept : null;
  const found = sql`select f.building_id from ${stale(actor, search, byBlock)} f`;
  const rows = await db.execute<Row & Record<string, unknown>>(sql`
    select x.type_code as "typeCode", x.condition, x.estimated_class as "estimatedClass", sum(x.elements)::int as elements,
           sum(x.quantity)::float8 as quantity
      from (select x.type_code, x.condition, x.estimated_class, 1 as elements, x.quantity
              from ${standingElements(basis, found)} x
            ${byBlock ? sql`union all ${fromBlocks(actor, search, byBlock)}` : sql``}) x group by 1, 2, 3`);
  const types = new Map(basis.types.map((type) => [type.code, type]));
  return rows.flatMap(({ typeCode, quantity, ...rest }) => {
    const type = types.get(typeCode);
    if (!type) return [];
    return [{ ...rest, scope: type.scope, replacementOre: Math.round(quantity * type.replacementOre) }];
  });
}

const fromBlocks = (actor: Actor, search: PortfolioSearch, kept: Kept): SQL => sql`
  select c.type_code, c.condition, c.estimated_class, c.elements, c.quantity
    from ${keptBlocks(actor, search, kept)} b join backlog_block_condition c on c.block_id = b.id`;
