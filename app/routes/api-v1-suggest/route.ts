import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { suggestServices } from "#db/queries/catalogue/suggest-services.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { readSigns } from "#domain/suggestion/read-signs.ts";

export const handle: RouteHandle = { needs: { area: "services", right: "read" } };

/** As long as the text of a case may be. */
const longestText = 10_000;
const known = new Set(["text", "buildingId"]);

/** What a text is about, the likeliest first, and what its words say of cause, side and danger. Guesses, never a refusal. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "read");
  const params = new URL(request.url).searchParams;
  const text = params.get("text");
  const buildingId = params.get("buildingId");
  const errors = [
    ...[...new Set(params.keys())]
      .filter((name) => !known.has(name))
      .map((field) => ({ field, message: "unknown parameter" })),
    ...(text === null ? [{ field: "text", message: "missing" }] : []),
    ...(text !== null && text.length > longestText
      ? [{ field: "text", message: `longer than ${longestText} characters` }]
      : []),
    ...(buildingId !== null && !isId(buildingId) ? [{ field: "buildingId", message: "not an id" }] : []),
  ];
  if (text === null || errors.length > 0)
    throw problem(400, { detail: "Say what it is about: ?text=", errors });
  const on = dayAt(new Date());
  const items = await suggestServices(context.db, actor.organisationId, text, { buildingId, limit: 5, on });
  return json({ items, signs: readSigns(text) });
}
