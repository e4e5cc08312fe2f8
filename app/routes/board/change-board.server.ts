import { z } from "zod";
import type { Db } from "#db/client.server.ts";
import { stepOrder, type StepAnswer } from "#db/commands/case/step-order.ts";
import { setAbsence } from "#db/commands/set-absence.ts";
import type { Actor } from "#domain/actor.ts";
import { parseDay } from "#domain/day.ts";
import { isId, newId, type Id } from "#domain/id.ts";
import type { OrderEvent } from "#domain/order/order-event.ts";

/** What became of the orders that were to be changed. */
export interface BoardAnswer {
  done: number;
  stale: number;
  refused: number;
  absence?: boolean;
}

interface Chosen {
  orderId: Id;
  version: number;
}

/** The orders a form names, each with the version it was shown in: `id.version`. */
const chosenOf = (form: FormData): Chosen[] =>
  form
    .getAll("order")
    .map((token) => String(token).split("."))
    .flatMap(([orderId, version]) =>
      isId(orderId) && Number(version) > 0 ? [{ orderId, version: Number(version) }] : [],
    )
    .slice(0, 200);

type Wish = { event: OrderEvent; payload: Record<string, unknown> };

function wishesOf(form: FormData): Wish[] | null {
  const intent = form.get("intent");
  const teamId = String(form.get("teamId") ?? "");
  if (intent === "assign") return isId(teamId) ? [{ event: "assign", payload: { teamId } }] : null;
  if (intent !== "plan") return null;
  const plannedOn = parseDay(String(form.get("plannedOn") ?? ""));
  // What is planned already or not begun is planned; what is under way only gets another day.
  const otherDay: Wish = { event: "setDay", payload: { plannedOn } };
  return plannedOn ? [{ event: "plan", payload: { plannedOn } }, otherDay] : [otherDay];
}

async function changeOne(
  db: Db,
  actor: Actor,
  chosen: Chosen,
  wishes: Wish[],
  now: Date,
): Promise<StepAnswer> {
  let answer: StepAnswer = { ok: false, refusal: "payloadWrong" };
  for (const wish of wishes) {
    const form = { eventId: newId(), orderId: chosen.orderId, basedOnVersion: chosen.version, ...wish };
    answer = await stepOrder(db, actor, form, now);
    if (answer.ok || answer.refusal !== "stepNotPossible") return answer;
  }
  return answer;
}

/** Does what a form of the board asks: hands over or plans the chosen orders, or keeps an absence. Null: it asks nothing. */
export async function changeBoard(
  db: Db,
  actor: Actor,
  form: FormData,
  now: Date,
): Promise<BoardAnswer | null> {
  const none: BoardAnswer = { done: 0, stale: 0, refused: 0 };
  if (form.get("intent") === "absence") {
    const absence = AbsenceForm.safeParse(Object.fromEntries(form));
    if (!absence.success) return null;
    const { hours, ...rest } = absence.data;
    const kept = await setAbsence(db, actor, { ...rest, minutes: Math.round(hours * 60) });
    return kept.ok ? { ...none, absence: true } : { ...none, refused: 1 };
  }
  const [chosen, wishes] = [chosenOf(form), wishesOf(form)];
  if (chosen.length === 0 || !wishes) return null;
  for (const one of chosen) {
    const answer = await changeOne(db, actor, one, wishes, now);
    if (answer.ok) none.done++;
    else if (answer.refusal === "conflict") none.stale++;
    else none.refused++;
  }
  return none;
}

const AbsenceForm = z.object({
  teamId: z.uuid(),
  day: z.string().refine((day) => parseDay(day) !== null),
  hours: z
    .string()
    .transform((typed) => Number(typed.replace(",", ".") || 0))
    .pipe(z.number().min(0).max(2000)),
  reason: z.string().trim().max(200).default(""),
});
