import type { Db } from "#db/client.server.ts";
import { addNeed, removePlanLine, setPlanLine } from "#db/commands/needs/change-needs.ts";
import type { Actor } from "#domain/actor.ts";
import { NeedForm, PlanForm, PlanKey } from "#domain/colocation/needs/need-form.ts";

type Answer = { faults: string[]; refusal: string | null; to: string };

const faultsOf = (error: { issues: { message: string }[] }): string[] => [
  ...new Set(error.issues.map(({ message }) => message)),
];

/** Does what one of the page's forms asks for, and says where to go afterwards. */
export async function changeNeeds(
  db: Db,
  actor: Actor,
  typed: Record<string, string>,
  now: Date,
): Promise<Answer> {
  const none = { faults: [], refusal: null, to: "/needs" };
  if (typed["form"] === "need") {
    const read = NeedForm.safeParse(typed);
    if (!read.success) return { ...none, faults: faultsOf(read.error) };
    const made = await addNeed(db, actor, read.data, now);
    return made.ok ? { ...none, to: `/needs/${made.value}` } : { ...none, refusal: made.refusal };
  }
  if (typed["form"] !== "plan") return { ...none, refusal: "form" };
  if (typed["intent"] === "remove") {
    const key = PlanKey.safeParse(typed);
    if (!key.success) return { ...none, faults: faultsOf(key.error) };
    const gone = await removePlanLine(db, actor, key.data);
    return gone.ok ? none : { ...none, refusal: gone.refusal };
  }
  const read = PlanForm.safeParse(typed);
  if (!read.success) return { ...none, faults: faultsOf(read.error) };
  const changed = await setPlanLine(db, actor, read.data, now);
  return changed.ok ? none : { ...none, refusal: changed.refusal };
}
