import { json } from "@remix-run/node";
import type { StepAnswer } from "#db/commands/case/step-order.ts";
import { PROBLEM_TYPE, problemBody } from "./problem.ts";

type Refused = Extract<StepAnswer, { ok: false }>;

const answers: Record<Refused["refusal"], [status: number, detail: string]> = {
  notFound: [404, "There is no such order, or it is not yours to see."],
  notAllowed: [403, "You see this order, but this is not yours to do."],
  conflict: [409, "The order has changed since the version you based this on. Look at it and decide again."],
  stepNotPossible: [409, "This cannot be done to the order as it stands."],
  eventIdUsed: [409, "This event id belongs to another event."],
  reasonMissing: [422, "Say why: the one who asked reads it."],
  payloadWrong: [422, "What belongs to the event is missing or could not be read."],
  unknownTeam: [422, "There is no such team, or it is closed."],
  unknownPerson: [422, "That person is not in the team, or it is not yours to hand out."],
  unknownOrder: [422, "The other order could not be found."],
};

/** A refused event as a problem (RFC 9457), with where the order stands as far as the caller may know. */
export function orderEventProblem({ refusal, current }: Refused): Response {
  const [status, detail] = answers[refusal];
  const body = { ...problemBody(status, { detail }), refusal, ...current };
  return json(body, { status, headers: { "Content-Type": PROBLEM_TYPE, "Cache-Control": "no-store" } });
}
