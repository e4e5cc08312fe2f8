import type { Db } from "#db/client.server.ts";
import { maintenanceEntry } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { apportion } from "#domain/apportion.ts";
import { dayAt, yearOf } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import type { FinishWorkForm } from "#domain/works/work-forms.ts";
import { reckonBacklog } from "../condition/reckon-backlog.ts";
import { changeWork } from "./change-work.ts";
import { listFinishedElements, type FinishedElement } from "./finished-elements.ts";
import { lockOpenWork, type LockedWork, type LockRefusal } from "./lock-work.ts";
import { noteRenewal } from "./note-renewal.ts";

export type FinishRefusal = LockRefusal | "inFuture" | "seenSince";

/**
 * Says that a work is done: its elements are seen anew by whoever says so (as new, or good), what was paid is booked as
 * maintenance, and the building's backlog is reckoned without what was done. What the same elements need besides stays.
 */
export const finishWork = (
  db: Db,
  actor: Actor,
  id: Id,
  form: FinishWorkForm,
  now: Date,
): Promise<Result<null, FinishRefusal>> =>
  db.transaction(async (tx) => {
    const today = dayAt(now);
    const locked = await lockOpenWork(tx, actor, id, today, form.version);
    if (!locked.ok) return locked;
    if (form.doneOn > today) return refused("inFuture");
    const work = locked.value;
    const elements = await listFinishedElements(tx, work, today);
    // A survey after that day has seen them as they are; what is said now would not be what was seen last.
    if (elements.some(({ observedOn }) => observedOn > form.doneOn)) return refused("seenSince");
    if (elements.length > 0) await noteRenewal(tx, actor, work, elements, form, now);
    await book(tx, work, elements, form);
    const leftOre = elements.reduce((sum, { amountOre }) => sum + amountOre, 0);
    await changeWork(
      tx,
      actor,
      work,
      "finish",
      {
        ...{ state: "done", doneOn: form.doneOn, actualOre: form.actualOre },
        ...{ budgetOre: work.budgetOre ?? leftOre, plannedYear: work.plannedYear ?? yearOf(form.doneOn) },
      },
      { backlogOre: { from: leftOre, to: 0 } },
    );
    await reckonBacklog(tx, actor.organisationId, [work.buildingId], today);
    return done(null);
  });

/** Books what was paid, outside and inside apart, in proportion to what was to be done there. */
async function book(
  tx: Db,
  work: LockedWork,
  elements: readonly FinishedElement[],
  { doneOn, actualOre }: FinishWorkForm,
): Promise<void> {
  if (!actualOre) return;
  const scopes = ["exterior", "interior"] as const;
  const weights = scopes.map((scope) =>
    elements.filter((one) => one.scope === scope).reduce((sum, { amountOre }) => sum + amountOre, 0),
  );
  const usual = work.kind === "interior" ? [0, 1] : [1, 0];
  const amounts = apportion(weights.some((weight) => weight > 0) ? weights : usual, actualOre);
  const rows = scopes.map((scope, index) => ({
    ...{ id: newId(), organisationId: work.organisationId, buildingId: work.buildingId, workId: work.id },
    ...{ bookedOn: doneOn, scope, description: `${work.number} ${work.title}`, amountOre: amounts[index]! },
    source: "Udført arbejde",
  }));
  await tx.insert(maintenanceEntry).values(rows.filter(({ amountOre: ore }) => ore > 0));
}
