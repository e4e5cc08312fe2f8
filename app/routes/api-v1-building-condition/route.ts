import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { apiSearch } from "#app/http/api-search.ts";
import { problem } from "#app/http/problem.ts";
import { getBuilding } from "#db/queries/building/get-building.ts";
import { listUpkeep } from "#db/queries/building/list-upkeep.ts";
import { getElementBasis } from "#db/queries/condition/get-element-basis.ts";
import { getTargetQuality } from "#db/queries/condition/get-target-quality.ts";
import { listElements } from "#db/queries/condition/list-elements.ts";
import { backlogKinds } from "#domain/backlog/backlog-line.ts";
import { summariseCondition } from "#domain/condition/condition-summary.ts";
import { usualAcceptance } from "#domain/condition/target-quality.ts";
import { isId } from "#domain/id.ts";

export const handle = { needs: { area: "surveys", right: "read" } };

/** The condition of a building on a day: aggregates with their distribution, observed and estimated, and every element. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  const { db } = context;
  const { on } = apiSearch(request, new Date());
  const building = isId(params.id) ? await getBuilding(db, actor, params.id, on) : null;
  if (!building) throw problem(404, { detail: "There is no such building on that day." });
  const [basis, target, upkeep] = await Promise.all([
    getElementBasis(db, actor, on),
    getTargetQuality(db, actor, building.id, on),
    listUpkeep(db, actor, building.id, on),
  ]);
  const elements = await listElements(db, actor, building.id, basis);
  const oreOf = (kind: string) => upkeep.backlog.find((one) => one.kind === kind)?.amountOre ?? 0;
  return json({
    building: { id: building.id, name: building.name },
    asOf: on,
    targetQuality: { ...target, accepts: usualAcceptance[target.quality] },
    ...summariseCondition(elements),
    ore: Object.fromEntries(backlogKinds.map((kind) => [kind, oreOf(kind)])),
    items: elements,
  });
}
