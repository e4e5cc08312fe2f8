import type { AppLoadContext } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { readCandidatePlaces } from "#db/queries/colocation/read-candidate-places.ts";
import { listFilterNames } from "#db/queries/list-filter-options.ts";
import { writesAll } from "#domain/access.ts";
import { rowOfCandidate, rowOfGroup } from "#domain/colocation/candidates/candidate-rows.ts";
import { readCandidateSearch } from "#domain/colocation/candidates/candidate-search.ts";
import { searchCandidates } from "#domain/colocation/candidates/search-candidates.ts";
import { dayAt } from "#domain/day.ts";
import { newId } from "#domain/id.ts";

/** What the list and the map of candidates show: those an address asks for, and the pair that it points at. */
export async function loadCandidates(request: Request, context: AppLoadContext) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const params = new URL(request.url).searchParams;
  const pair = params.get("pair");
  params.delete("pair");
  for (const [name, value] of [...params]) if (!value) params.delete(name);
  const on = dayAt(new Date());
  const [places, { administrations, districts }] = await Promise.all([
    readCandidatePlaces(context.db, actor, on),
    listFilterNames(context.db, actor, on),
  ]);
  const found = searchCandidates(places, readCandidateSearch(params));
  return {
    ...{ locale: localeFrom(request, actor.locale), on, query: params.toString(), pair },
    ...{ names: { administrations, districts }, tiles: context.basemap },
    ...{ total: found.total, units: found.units, buildKey: writesAll(actor, "colocation") ? newId() : null },
    rows: found.items.map(rowOfCandidate),
    groups: found.groups.map(rowOfGroup),
  };
}
