import type { Db } from "#db/client.server.ts";
import { followCase } from "#db/commands/case/follow-case.ts";
import { rateCase } from "#db/commands/case/rate-case.ts";
import { attachEvidence } from "#db/commands/works/attach-evidence.ts";
import { stepOrder } from "#db/commands/case/step-order.ts";
import type { CaseFile } from "#db/queries/case/get-case.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { isId } from "#domain/id.ts";
import { EvidenceForm } from "#domain/works/work-forms.ts";
import { mostReasonLength } from "#domain/order/order-event.ts";

export type StepFault =
  "conflict" | "stepNotPossible" | "reasonMissing" | "notAllowed" | "tooEarly" | "other";

/** What came of a form of the case page; `typed` is what was written, to stand in its field again. */
export interface StepReply {
  fault: StepFault | null;
  orderId: string | null;
  typed: string;
  /** Why the case could not be attached to a work. */
  work?: string;
}

const steps = ["customerAnswered", "confirm", "reopen", "comment"] as const;
const scores = [1, 2, 3, 4, 5] as const;

/** Takes one answer of whoever asked: to an order, about following, or how it went. */
export async function takeAnswer(
  db: Db,
  actor: Actor,
  file: CaseFile,
  form: FormData,
  now: Date,
): Promise<StepReply> {
  const intent = form.get("intent");
  const orderId = textOf(form, "orderId");
  const typed = textOf(form, "reason");
  const answered = (fault: StepFault | null): StepReply => ({ fault, orderId, typed });
  if (intent === "follow" || intent === "unfollow") {
    const result = await followCase(db, actor, file.id, intent === "follow", now);
    return answered(result.ok ? null : "other");
  }
  if (intent === "rate") {
    const score = scores.find((one) => String(one) === form.get("score"));
    if (!score) return answered("other");
    const result = await rateCase(db, actor, file.id, score, now);
    return answered(result.ok ? null : result.refusal === "tooEarly" ? "tooEarly" : "notAllowed");
  }
  if (intent === "evidence") return attach(db, actor, file, form, now);
  const event = steps.find((one) => one === intent);
  const order = file.orders.find(({ id }) => id === orderId);
  if (!event || !order) return answered("other");
  const reason = typed.trim().slice(0, mostReasonLength);
  if (event !== "confirm" && reason === "") return answered("reasonMissing");
  const basedOnVersion = Number(form.get("version")) || undefined;
  const eventId = textOf(form, "eventId");
  const result = await stepOrder(
    db,
    actor,
    { eventId, orderId: order.id, event, reason, basedOnVersion },
    now,
  );
  return answered(result.ok ? null : faultOf(result.refusal));
}

/** Attaches the case to a work of its building, by the same rules as from the work's own page. */
async function attach(db: Db, actor: Actor, file: CaseFile, form: FormData, now: Date): Promise<StepReply> {
  const no = (work: string): StepReply => ({ fault: "other", orderId: null, typed: "", work });
  if (!may(actor, "surveys", "write")) return no("notAllowed");
  const workId = textOf(form, "workId");
  const read = EvidenceForm.safeParse({ ...Object.fromEntries(form), caseNumber: file.number });
  if (!isId(workId)) return no("workId");
  if (!read.success) return no(String(read.error.issues[0]?.path[0] ?? "form"));
  const result = await attachEvidence(db, actor, workId, read.data, now);
  return result.ok ? { fault: null, orderId: null, typed: "" } : no(result.refusal);
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

const faultOf = (refusal: string): StepFault => {
  const known: StepFault[] = ["conflict", "stepNotPossible", "reasonMissing", "notAllowed"];
  return known.find((fault) => fault === refusal) ?? "other";
};
