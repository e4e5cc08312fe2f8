import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { syncOrders } from "#db/commands/case/sync-orders.ts";
import { listWork } from "#db/queries/work/list-work.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { OrderEventForm } from "#domain/order/order-event.ts";

export const handle: RouteHandle = {
  needs: { area: "cases", right: "read" },
  needsToChange: { area: "cases", right: "write" },
  takes: "batch",
};

/** The caller's own work as it is now. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  return json({ worklist: await listWork(context.db, actor, new Date()) });
}

const Batch = z.object({ commands: z.array(OrderEventForm).max(100) });

/** Takes what waited on a phone, `{ commands }`, and answers each, with the work as it is afterwards. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const text = await request.text();
  const batch = Batch.safeParse(asJson(text));
  if (!batch.success) throw problem(422, { detail: "Send JSON with at most 100 commands." });
  const answers = await syncOrders(context.db, actor, batch.data.commands, new Date());
  return json({ answers, worklist: await listWork(context.db, actor, new Date()) });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
