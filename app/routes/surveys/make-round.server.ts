import { json } from "@remix-run/node";
import type { Db } from "#db/client.server.ts";
import { cancelVisit } from "#db/commands/condition/cancel-visit.ts";
import { planVisits } from "#db/commands/condition/plan-visits.ts";
import type { Actor } from "#domain/actor.ts";
import { parseDay } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import { refused } from "#domain/result.ts";

/** Calls a visit off; an id that cannot be read is no visit. */
export async function callOff(db: Db, actor: Actor, visitId: string) {
  const answer = isId(visitId) ? await cancelVisit(db, actor, visitId, new Date()) : refused("visitNotFound");
  return answer.ok
    ? json({ refusal: null, made: null, cancelled: answer.value })
    : json({ refusal: answer.refusal, made: null, cancelled: null }, 422);
}

/** Reads the form of a round and plans it; what is wrong is answered with what was typed. */
export async function makeRound(db: Db, actor: Actor, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const buildingIds = form.getAll("building").map(String).filter(isId);
  const [plannedOn, surveyorId] = [parseDay(text("day")), text("surveyor")];
  const round = text("round").slice(0, 100);
  if (!plannedOn) return json({ refusal: "pastDay" as const, made: null, cancelled: null }, 422);
  if (!isId(surveyorId))
    return json({ refusal: "surveyorUnknown" as const, made: null, cancelled: null }, 422);
  const answer = await planVisits(db, actor, { buildingIds, plannedOn, surveyorId, round }, new Date());
  return answer.ok
    ? json({ refusal: null, made: answer.value, cancelled: null })
    : json({ refusal: answer.refusal, made: null, cancelled: null }, 422);
}
