import type { Db } from "#db/client.server.ts";
import { listFloors, type FloorRow } from "#db/queries/building/list-floors.ts";
import { listBuildings } from "#db/queries/list-buildings.ts";
import { getDraft } from "#db/queries/lease/get-draft.ts";
import { getPremiseFacts } from "#db/queries/lease/get-premise-facts.ts";
import { listLeaseDocuments } from "#db/queries/lease/list-lease-documents.ts";
import { listFilterNames } from "#db/queries/list-filter-options.ts";
import { listRentIndex } from "#db/queries/rent/list-rent-bases.ts";
import type { Actor } from "#domain/actor.ts";
import { addYears, parseDay, type Day } from "#domain/day.ts";
import { isId, type Id } from "#domain/id.ts";
import { checkLease } from "#domain/lease/check-lease.ts";
import type { PremiseFacts } from "#domain/lease/check-premises.ts";
import type { LeaseStep } from "#domain/lease/lease-step.ts";
import type { ReadLease } from "#domain/lease/read-lease.ts";
import type { PortfolioRow } from "#domain/portfolio-row.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { rentLines } from "#domain/rent/rent-lines.ts";

export type DraftPage = NonNullable<Awaited<ReturnType<typeof loadDraft>>>;

/** A draft with all that its pages show: what is wrong with it, what it comes to, and what can be chosen on this step. */
export async function loadDraft(db: Db, actor: Actor, id: Id, asked: URLSearchParams, today: Day) {
  const draft = await getDraft(db, actor, id);
  if (!draft) return null;
  const { form } = draft;
  const facts = await getPremiseFacts(db, actor, form);
  const { lease, faults } = checkLease(form, facts, draft.contractId);
  const on = parseDay(form.from.trim()) ?? today;
  const [{ administrations, units }, documents, { figures }] = await Promise.all([
    listFilterNames(db, actor, on),
    listLeaseDocuments(db, { draftId: id }, actor),
    listRentIndex(db, actor.organisationId),
  ]);
  return {
    ...{
      draft,
      faults,
      on,
      documents,
    },
    ...{
      administrations,
      units: units.filter(({ administration }) => administration === form.administration),
    },
    premises: form.premises.map((one) => namesOf(one, facts)),
    reckoned: lease ? reckon(lease, facts, figures) : null,
    search: await searchBuildings(db, actor, asked, on),
  };
}

function namesOf(
  { buildingId, spaceId, floorId }: { buildingId: Id; spaceId: string; floorId: string },
  facts: PremiseFacts,
) {
  const space = facts.spaces.find(({ id }) => id === spaceId);
  const floor = facts.floors.find(({ id }) => id === (space?.floorId ?? floorId));
  return {
    building: facts.buildings.find(({ id }) => id === buildingId)?.name ?? "",
    space: space?.number ?? null,
    level: floor?.level ?? null,
    areaM2: space?.areaM2 ?? null,
  };
}

/** What the lease comes to in its first year, by the rule that the whole site reckons rents by. */
function reckon(
  { rent, premises, validFrom }: ReadLease,
  { spaces }: PremiseFacts,
  figures: Parameters<typeof rentLines>[0]["figures"],
) {
  const areas = premises.map((one) => ({
    areaM2: one.areaM2 ?? spaces.find(({ id }) => id === one.spaceId)?.areaM2 ?? 0,
    ...{ validFrom: one.validFrom, validTo: one.validTo },
  }));
  const areaM2 = areas.reduce((sum, area) => sum + area.areaM2, 0);
  if (rent.length === 0 || areaM2 === 0) return null;
  const open = { terms: rent.map((term) => ({ ...term, validTo: null })), areas, figures };
  const answer = rentLines(open, validFrom, addYears(validFrom, 1));
  return answer.ok
    ? { areaM2, totalOre: answer.value.totalOre, missing: null }
    : { areaM2, totalOre: 0, missing: answer.month };
}

const mostFound = 8;

interface Choice {
  q: string;
  found: PortfolioRow[];
  building: PortfolioRow | null;
  floors: FloorRow[];
}

/** The buildings that a search finds, or the floors of the one that was chosen. */
async function searchBuildings(db: Db, actor: Actor, asked: URLSearchParams, on: Day): Promise<Choice> {
  const q = (asked.get("q") ?? "").trim().slice(0, 100);
  const building = asked.get("building");
  if (isId(building)) {
    const search = { ...readPortfolioSearch(new URLSearchParams(), on).search, ids: [building] };
    const { items } = await listBuildings(db, actor, search, {
      sort: "name",
      order: "asc",
      limit: 1,
      cursor: null,
    });
    const [found] = items;
    if (found) return { q, found: [], building: found, floors: await listFloors(db, actor, building, on) };
  }
  if (q === "") return { q, found: [], building: null, floors: [] };
  const search = { ...readPortfolioSearch(new URLSearchParams(), on).search, q };
  const { items } = await listBuildings(db, actor, search, {
    sort: "name",
    order: "asc",
    limit: mostFound,
    cursor: null,
  });
  return { q, found: items, building: null, floors: [] };
}

/** The step that an address asks for; the first where it asks for none. */
export const stepOf = (text: string | null, steps: readonly LeaseStep[]): LeaseStep =>
  steps.find((step) => step === text) ?? "parties";
