import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { backlogBuildings } from "#db/queries/backlog/backlog-parts.ts";
import type { Actor } from "#domain/actor.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import type { ElementBasis } from "./get-element-basis.ts";
import { standingElements } from "./standing-elements.ts";

/** Elements that were seen alike and have aged alike: what replacing them costs (øre), and how many there are. */
export interface ConditionSum {
  scope: "exterior" | "interior";
  /** Null where they were never seen, or need a closer look. */
  condition: Condition | null;
  estimatedClass: Condition | null;
  elements: number;
  replacementOre: number;
}

/** All elements of the buildings that a search finds, by scope, observed condition and estimated class. */
export async function sumConditions(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  basis: ElementBasis,
): Promise<ConditionSum[]> {
  const found = sql`select f.building_id from ${backlogBuildings(actor, search)} f`;
  const rows = await db.execute<ConditionSum & Record<string, unknown>>(sql`
    select x.scope, x.condition, x.estimated_class as "estimatedClass", count(*)::int as elements,
           coalesce(sum(x.crv_ore), 0)::float8 as "replacementOre"
      from ${standingElements(basis, found)} x group by 1, 2, 3`);
  return [...rows];
}
