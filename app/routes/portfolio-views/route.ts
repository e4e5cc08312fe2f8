import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { localPathOr } from "#app/http/local-path.ts";
import { removeView } from "#db/commands/remove-view.ts";
import { saveView, type SaveViewRefusal } from "#db/commands/save-view.ts";
import type { Actor } from "#domain/actor.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "register", right: "read" } };

const ViewForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save"),
    name: z.string().trim().min(1).max(80),
    query: z.string().max(4000),
  }),
  z.object({ intent: z.literal("remove"), id: z.uuid() }),
]);

/** What became of a view: its fault by name, or what was done. */
export type ViewAnswer =
  | { saved: true }
  | { removed: { name: string; query: string } | null }
  | { fault: "name" | "query" | SaveViewRefusal };

/** Saves or removes a view. A script gets the answer as data, a plain form is led back to where it was. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "read");
  const form = await request.formData();
  const answer = await answerTo(context.db, actor, Object.fromEntries(form));
  if (isPlainForm(request) && !("fault" in answer)) return redirect(cameFrom(request), 303);
  return json(answer, { status: "fault" in answer ? 422 : 200 });
}

/** There is nothing to see at this address: the views stand on the map's page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActorWith(request, context, "register", "read");
  return redirect("/portfolio");
}

/** Whether the browser itself sent the form, to show what comes back as a page. */
const isPlainForm = (request: Request): boolean => request.headers.get("Sec-Fetch-Mode") === "navigate";

function cameFrom(request: Request): string {
  const from = request.headers.get("Referer") ?? "";
  const { pathname, search } = new URL(URL.canParse(from) ? from : request.url);
  return localPathOr(pathname.startsWith("/portfolio/") ? null : pathname + search, "/portfolio");
}

async function answerTo(
  db: ActionFunctionArgs["context"]["db"],
  actor: Actor,
  fields: Record<string, FormDataEntryValue>,
): Promise<ViewAnswer> {
  const form = ViewForm.safeParse(fields);
  if (!form.success)
    return { fault: form.error.issues.some(({ path }) => path[0] === "query") ? "query" : "name" };
  if (form.data.intent === "remove") return { removed: await removeView(db, actor, form.data.id) };
  const result = await saveView(db, actor, { name: form.data.name, query: form.data.query });
  return result.ok ? { saved: true } : { fault: result.refusal };
}
