import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { makeProblem } from "#app/http/charge-problem.ts";
import { problem } from "#app/http/problem.ts";
import { makeRun, previewRun } from "#db/commands/charge/make-run.ts";
import { listChargeRuns } from "#db/queries/charge/list-charge-runs.ts";
import { parseChargePeriod } from "#domain/charge/charge-period.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = {
  needs: { area: "leases", right: "read" },
  needsToChange: { area: "leases", right: "write" },
};

const Body = z.strictObject({ period: z.string(), dryRun: z.boolean().default(false) });

/** The runs, the newest first, with what of them the caller may read. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  return json({ items: await listChargeRuns(context.db, actor) });
}

/** Makes the run of a period, or with dryRun says what it would come to. Asked again it answers the same run; once issued, 409. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  if (request.method !== "POST") throw problem(405, { headers: { Allow: "GET, POST" } });
  const body = Body.safeParse(await bodyOf(request));
  const period = body.success ? parseChargePeriod(body.data.period) : null;
  if (!body.success || !period)
    throw problem(422, {
      detail: "Some fields could not be read.",
      errors: body.success
        ? [{ field: "period", message: "must be a month (2026-01) or a quarter (2026-Q1)" }]
        : body.error.issues.map(({ path, message }) => ({ field: path.join("."), message })),
    });
  const { db } = context;
  if (body.data.dryRun) {
    const preview = await previewRun(db, actor, period);
    if (!preview.ok) throw makeProblem(preview, period.text);
    return json(
      { id: null, status: "preview", ...preview.value },
      { headers: { "Cache-Control": "no-store" } },
    );
  }
  const made = await makeRun(db, actor, period, new Date());
  if (!made.ok) throw makeProblem(made, period.text);
  const { isRepeated, ...run } = made.value;
  return json(run, {
    status: isRepeated ? 200 : 201,
    headers: { Location: `/charges/${run.id}`, "Cache-Control": "no-store" },
  });
}

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch (cause) {
    throw Object.assign(problem(400, { detail: "The body is not JSON." }), { cause });
  }
}
