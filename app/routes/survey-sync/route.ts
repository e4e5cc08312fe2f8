import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { syncSurveys } from "#db/commands/condition/sync-survey.ts";
import { getSurveyPack } from "#db/queries/survey/get-survey-pack.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = {
  needs: { area: "surveys", right: "read" },
  needsToChange: { area: "surveys", right: "write" },
  takes: "batch",
};

/** The caller's own visits as they are now. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  return json({ pack: await getSurveyPack(context.db, actor, new Date()) });
}

/** Only the head is read here: each command is answered on its own, also one that cannot be understood. */
const Batch = z.object({
  commands: z.array(z.looseObject({ commandId: z.uuid(), surveyId: z.uuid() })).max(100),
});

/** Takes what waited on a phone, `{ commands }`, and answers each, with the visits as they are afterwards. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "write");
  const batch = Batch.safeParse(asJson(await request.text()));
  if (!batch.success) throw problem(422, { detail: "Send JSON with at most 100 commands." });
  const now = new Date();
  const answers = await syncSurveys(context.db, actor, batch.data.commands, now);
  return json({ answers, pack: await getSurveyPack(context.db, actor, now) });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
