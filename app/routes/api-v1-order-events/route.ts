import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { orderEventProblem } from "#app/http/order-event-problem.ts";
import { problem } from "#app/http/problem.ts";
import { stepOrder } from "#db/commands/case/step-order.ts";
import { listOrderEvents } from "#db/queries/case/list-order-events.ts";
import { isId, newId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { OrderEventForm } from "#domain/order/order-event.ts";

export const handle: RouteHandle = {
  needs: { area: "cases", right: "read" },
  needsToChange: { area: "cases", right: "write" },
};

/** The time line of an order, oldest first. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const { id } = params;
  const events = isId(id) ? await listOrderEvents(context.db, actor, id, new Date()) : null;
  if (!events) throw problem(404);
  return json({ items: events });
}

/**
 * One event on an order: `{ event, reason? }`, and where the caller has them `eventId` (the same again is answered as a
 * duplicate), `basedOnVersion` (refused where the order has moved on), `happenedAt` and the event's own `payload`.
 */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const { id } = params;
  if (!isId(id)) throw problem(404);
  const form = OrderEventForm.safeParse({ eventId: newId(), ...(await bodyOf(request)), orderId: id });
  if (!form.success)
    throw problem(422, {
      detail: "Send JSON with an event, and a reason where one is asked for.",
      errors: form.error.issues.map(({ path, message }) => ({ field: path.join("."), message })),
    });
  const answer = await stepOrder(context.db, actor, form.data, new Date());
  return answer.ok ? json(answer.value) : orderEventProblem(answer);
}

/** What was sent; anything but an object is nothing. */
async function bodyOf(request: Request): Promise<object> {
  const body: unknown = await request.json().catch((cause: unknown) => {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  });
  return body !== null && typeof body === "object" && !Array.isArray(body) ? body : {};
}
