import type { Db } from "#db/client.server.ts";
import { listBacklogGroups } from "#db/queries/backlog/list-backlog-groups.ts";
import { findKept } from "#db/queries/backlog/find-kept.ts";
import { sumKeptCells } from "#db/queries/backlog/sum-risk-cells.ts";
import { summariseBacklog } from "#db/queries/backlog/summarise-backlog.ts";
import { getElementBasis } from "#db/queries/condition/get-element-basis.ts";
import { sumConditions } from "#db/queries/condition/sum-conditions.ts";
import type { Actor } from "#domain/actor.ts";
import { conditionSpread, fciFigures, priorityMatrix } from "#domain/backlog/backlog-figures.ts";
import type { BacklogView } from "#domain/backlog/backlog-search.ts";
import { assumed } from "#domain/condition/assumption.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { loadWaiting } from "./load-waiting.server.ts";

const groupsShown = 100;

/** What is reckoned with and shown beside the figures. */
const shownKeys = [
  "overheadRate",
  "uncertaintyBase",
  "uncertaintyPerYear",
  "replacementOrePerM2",
  "fciFair",
  "fciPoor",
  "fciCritical",
  "surveyOldAfter",
  "needHorizon",
] as const;

/** Everything the page of backlog shows, of the buildings and the day that a search names. */
export async function loadBacklog(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  view: BacklogView,
  budgetOre: number | null,
) {
  const basis = await getElementBasis(db, actor, search.on);
  const { assumptions } = basis;
  const kept = await findKept(db, actor, search, basis);
  const [sums, groups, conditions, cells] = await Promise.all([
    summariseBacklog(db, actor, search, basis, kept),
    listBacklogGroups(db, actor, search, basis, kept, view, { limit: groupsShown }),
    sumConditions(db, actor, search, basis, kept),
    sumKeptCells(db, actor, search, kept),
  ]);
  const envelopeOre = conditions
    .filter(({ scope }) => scope === "exterior")
    .reduce((sum, { replacementOre }) => sum + replacementOre, 0);
  return {
    ...{ sums, groups },
    fci: fciFigures(sums.ore, sums.ownedM2, envelopeOre, assumptions),
    spread: conditionSpread(conditions),
    matrix: priorityMatrix(cells),
    waiting: await loadWaiting(db, actor, search, assumptions, cells, budgetOre),
    assumptions: Object.fromEntries(shownKeys.map((key) => [key, assumed(assumptions, key)])) as Record<
      (typeof shownKeys)[number],
      number
    >,
  };
}

export type Backlog = Awaited<ReturnType<typeof loadBacklog>>;
