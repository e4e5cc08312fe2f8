import type { SearchHit } from "#db/queries/search-everything.ts";

/** Where a hit leads: a building to its page, a lease to its line there, an address and a unit to their buildings, a case to its page. */
export function hitTo(hit: Pick<SearchHit, "kind" | "id" | "buildingId" | "title">): string {
  if (hit.kind === "building") return `/buildings/${hit.id}`;
  if (hit.kind === "case") return `/cases/${hit.title}`;
  if (hit.kind === "unit") return `/portfolio?unit=${hit.id}`;
  if (hit.kind === "lease" && hit.buildingId) return `/buildings/${hit.buildingId}#leases`;
  return `/portfolio?q=${encodeURIComponent(hit.title)}`;
}
