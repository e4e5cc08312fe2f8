import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { apiSearch } from "#app/http/api-search.ts";
import { toApiBuilding } from "#app/http/api-building.ts";
import { problem } from "#app/http/problem.ts";
import { listBuildings } from "#db/queries/list-buildings.ts";
import { CursorFault } from "#db/queries/list-cursor.ts";
import { portfolioSorts } from "#domain/portfolio-view.ts";

export const handle = { needs: { area: "register", right: "read" } };

const maxLimit = 500;

const Cut = z.object({
  sort: z.enum(portfolioSorts).default("name"),
  order: z.enum(["asc", "desc"]).default("asc"),
  /** A larger limit is clamped, as clients expect of paged lists. */
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .default(50)
    .transform((limit) => Math.min(limit, maxLimit)),
  cursor: z.string().nullable().default(null),
});

/** Buildings that the filters find, a page at a time; `total` is exact and counts all pages. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "read");
  const search = apiSearch(request, new Date(), Object.keys(Cut.shape));
  const cut = Cut.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!cut.success)
    throw problem(400, {
      detail: "Some parameters could not be read.",
      errors: cut.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message })),
    });
  try {
    const page = await listBuildings(context.db, actor, search, cut.data);
    return json({ ...page, items: page.items.map(toApiBuilding) });
  } catch (error) {
    if (error instanceof CursorFault)
      throw problem(400, { detail: error.message, errors: [{ field: "cursor", message: error.message }] });
    throw error;
  }
}
