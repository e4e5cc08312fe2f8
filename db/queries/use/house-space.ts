import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import type { UseView } from "#domain/use/use-search.ts";
import type { Day } from "#domain/day.ts";
import { listPeers, type PeerRow } from "./list-peers.ts";

/** The m² of a building's only unit for each person at its busiest hour, and its peers: the same kind of unit, houses of the same use. */
export interface HouseSpace {
  kind: string;
  m2PerHead: number;
  peers: PeerRow | null;
}

/** Null where several units share the building, or nobody is known to be there. */
export async function getHouseSpace(
  db: Db,
  actor: Actor,
  { id, on }: { id: Id; on: Day },
  view: UseView,
): Promise<HouseSpace | null> {
  const searchFor = (params: Record<string, string>) =>
    readPortfolioSearch(new URLSearchParams(params), on).search;
  const [own] = await listPeers(db, actor, searchFor({ ids: id }), view);
  if (!own) return null;
  const [house] = await db.execute<{ use: string }>(
    sql`select use_group as use from portfolio_row_now where building_id = ${id} and organisation_id = ${actor.organisationId}`,
  );
  const peers = await listPeers(db, actor, searchFor({ use: house!.use }), view);
  return {
    ...{ kind: own.kind, m2PerHead: own.middleM2 },
    peers: peers.find(({ kind, units }) => kind === own.kind && units > 1) ?? null,
  };
}
