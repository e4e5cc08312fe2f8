import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { localPathOr } from "#app/http/local-path.ts";
import { problem } from "#app/http/problem.ts";
import { followCase } from "#db/commands/case/follow-case.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "cases", right: "read" } };

/** Follows a case, or stops: `caseId`, `follows` yes or no. A script gets data, a plain form is led back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const form = await request.formData();
  const caseId = form.get("caseId");
  const follows = form.get("follows") === "yes";
  if (typeof caseId !== "string" || !isId(caseId)) throw problem(404);
  const result = await followCase(context.db, actor, caseId, follows, new Date());
  if (!result.ok) throw problem(404);
  const back = form.get("back");
  if (typeof back === "string") return redirect(localPathOr(back, "/cases"), 303);
  return json({ caseId, follows });
}

/** There is nothing to see at this address: what it does is asked for on the page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActorWith(request, context, "cases", "read");
  return redirect("/cases");
}
