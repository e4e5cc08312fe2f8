import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { apiSearch } from "#app/http/api-search.ts";
import { problem } from "#app/http/problem.ts";
import { listBacklogGroups } from "#db/queries/backlog/list-backlog-groups.ts";
import type { BacklogSums } from "#db/queries/backlog/backlog-sums.ts";
import { findKept } from "#db/queries/backlog/find-kept.ts";
import { summariseBacklog } from "#db/queries/backlog/summarise-backlog.ts";
import { getElementBasis } from "#db/queries/condition/get-element-basis.ts";
import { sumConditions } from "#db/queries/condition/sum-conditions.ts";
import { sumMaintenance } from "#db/queries/sum-maintenance.ts";
import { conditionSpread, fciFigures } from "#domain/backlog/backlog-figures.ts";
import { backlogGroups, backlogSorts } from "#domain/backlog/backlog-search.ts";
import { yearOf } from "#domain/day.ts";

export const handle = { needs: { area: "surveys", right: "read" } };

const maxLimit = 1_000;

const Asked = z.object({
  groupBy: z.enum(backlogGroups).default("administration"),
  sort: z.enum(backlogSorts).default("backlog"),
  order: z.enum(["asc", "desc"]).default("desc"),
  limit: z.coerce.number().int().min(1).max(maxLimit).default(200),
  offset: z.coerce.number().int().min(0).default(0),
});

/** Backlog of what the filters find, set out by `groupBy`: sums with their scope and date. Amounts in øre, areas in m². */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  const { db } = context;
  const search = apiSearch(request, new Date(), Object.keys(Asked.shape));
  const params = new URL(request.url).searchParams;
  const asked = Asked.safeParse(Object.fromEntries(params));
  if (!asked.success)
    throw problem(400, {
      detail: "Some parameters could not be read.",
      errors: asked.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message })),
    });
  const { groupBy, sort, order, limit, offset } = asked.data;
  const basis = await getElementBasis(db, actor, search.on);
  const kept = await findKept(db, actor, search, basis);
  const [sums, groups, conditions, maintenanceLastYear] = await Promise.all([
    summariseBacklog(db, actor, search, basis, kept),
    listBacklogGroups(db, actor, search, basis, kept, { groupBy, sort, order }, { limit, from: offset }),
    sumConditions(db, actor, search, basis, kept),
    sumMaintenance(db, actor, search, yearOf(search.on) - 1),
  ]);
  const envelopeOre = conditions
    .filter(({ scope }) => scope === "exterior")
    .reduce((sum, { replacementOre }) => sum + replacementOre, 0);
  const own = new Set(Object.keys(Asked.shape));
  return json({
    asOf: search.on,
    scope: Object.fromEntries([...params].filter(([key]) => !own.has(key))),
    groupBy,
    totals: { ...toApi(sums), maintenanceLastYearOre: maintenanceLastYear },
    fci: fciFigures(sums.ore, sums.ownedM2, envelopeOre, basis.assumptions),
    condition: conditionSpread(conditions),
    items: groups.items.map(({ key, nameDa, nameEn, fci, ...rest }) => ({
      ...{ key, nameDa, nameEn, fci },
      ...toApi(rest),
    })),
    total: groups.total,
  });
}

const toApi = ({ ore, oldOre, unopenedOre, bandOre, ...rest }: BacklogSums) => ({
  ...rest,
  ore: { ...ore, whole: ore.exterior + ore.interior + ore.tenYearNeed + ore.modernisation },
  onOldSurveysOre: oldOre,
  unopenedOre,
  uncertaintyOre: bandOre,
});
