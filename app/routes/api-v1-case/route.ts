import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { toApiCase } from "#app/http/api-case.ts";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { getCase } from "#db/queries/case/get-case.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "cases", right: "read" } };

/** A case with its orders and its time line; 404 where the caller may not know of it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const file = await getCase(context.db, actor, params.caseNumber ?? "", dayAt(new Date()));
  if (!file) throw problem(404, { detail: "There is no such case." });
  return json(toApiCase(file, localeFrom(request, actor.locale)));
}
