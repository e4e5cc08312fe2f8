import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import type { ElementBasis } from "../condition/get-element-basis.ts";
import { sumColumns, summedRows, toSums, type BacklogSums, type SumRow } from "./backlog-sums.ts";
import type { Kept } from "./find-kept.ts";

/** What the backlog of everything that a search finds comes to on its day; from the lines where nothing is kept. */
export async function summariseBacklog(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  basis: ElementBasis,
  kept: Kept | null,
): Promise<BacklogSums> {
  const [row] = await db.execute<SumRow & Record<string, unknown>>(sql`
    with ${summedRows(actor, search, basis, kept, "block")} select ${sumColumns} from house h`);
  return toSums(row!);
}
