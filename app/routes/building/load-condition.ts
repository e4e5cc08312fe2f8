import type { Db } from "#db/client.server.ts";
import { sumRiskCells } from "#db/queries/backlog/sum-risk-cells.ts";
import { getElementBasis } from "#db/queries/condition/get-element-basis.ts";
import { getTargetQuality } from "#db/queries/condition/get-target-quality.ts";
import { listElements } from "#db/queries/condition/list-elements.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { costOfDoingNothing, waitingRatesOf } from "#domain/backlog/waiting-curve.ts";
import { summariseCondition } from "#domain/condition/condition-summary.ts";
import { usualAcceptance } from "#domain/condition/target-quality.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";

const yearsOfWaiting = [1, 5, 10];

/** The elements of a building, their aggregates and its target; null for whoever may not read surveys. */
export async function loadCondition(db: Db, actor: Actor, buildingId: Id, on: Day) {
  if (!may(actor, "surveys", "read")) return null;
  const [basis, target] = await Promise.all([
    getElementBasis(db, actor, on),
    getTargetQuality(db, actor, buildingId, on),
  ]);
  const { search } = readPortfolioSearch(new URLSearchParams({ ids: buildingId }), on);
  const [elements, cells] = await Promise.all([
    listElements(db, actor, buildingId, basis),
    sumRiskCells(db, actor, search, ["exterior", "interior"]),
  ]);
  const works = cells.map(({ amountOre, ...cell }) => ({ ...cell, costOre: amountOre }));
  const rates = waitingRatesOf(basis.assumptions);
  return {
    waiting: yearsOfWaiting.map((years) => ({ years, ore: costOfDoingNothing(works, years, rates) })),
    ...{ elements, summary: summariseCondition(elements) },
    target: { ...target, accepts: usualAcceptance[target.quality] },
    mayChange: may(actor, "surveys", "write"),
  };
}

export type BuildingCondition = NonNullable<Awaited<ReturnType<typeof loadCondition>>>;
