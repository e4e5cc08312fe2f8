import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { readColocationCase } from "#db/queries/colocation/read-case.ts";
import { inputsShownTo, shownTo } from "#domain/colocation/shown-to.ts";
import { economyOf } from "#domain/colocation/case-economy.ts";
import { caseValuesOf } from "#domain/colocation/case-values.ts";
import { uncertaintyOf } from "#domain/colocation/case-uncertainty.ts";
import { dayAt } from "#domain/day.ts";
import { rateScheduleOn } from "#domain/economy/rate-schedule.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

/** The economy of a case: everything it is reckoned from, and what it comes to, scenario by scenario. Money in øre. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const { id } = params;
  const inputs = isId(id) ? await readColocationCase(context.db, actor, id, dayAt(new Date())) : null;
  if (!inputs) throw problem(404);
  const scenarios = economyOf(inputs).map((economy) => ({
    ...shownTo(actor, inputs, economy),
    ...uncertaintyOf(
      inputs,
      inputs.scenarios.find((one) => one.id === economy.scenarioId)!,
    ),
  }));
  return json(
    {
      inputs: inputsShownTo(actor, inputs),
      values: caseValuesOf(inputs),
      rates: rateScheduleOn(inputs.case.ratesAsOf),
      scenarios,
    },
    { headers: { "Cache-Control": "no-store" } },
  );
}
