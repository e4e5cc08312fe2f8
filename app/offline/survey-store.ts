import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { QueuedStep } from "#domain/survey/expected-visit.ts";
import type { TypedObservation } from "#domain/survey/typed-observation.ts";
import type { SurveyPack } from "#domain/survey/survey-pack.ts";

/** A photo of an element that waits to be sent. */
export interface QueuedSurveyPhoto {
  id: string;
  surveyId: string;
  elementId: string;
  picture: Blob;
  /** Why the server did not take it; it stays until the person has seen that. */
  fault?: string;
}

interface SurveySchema extends DBSchema {
  pack: { key: "own"; value: SurveyPack };
  /** In the order they were given: their ids are made by the clock. */
  steps: { key: string; value: QueuedStep };
  photos: { key: string; value: QueuedSurveyPhoto };
  /** What is being typed of an element, by `typingKey`, until it is saved. */
  typing: { key: string; value: TypedObservation };
}

/** What the phone keeps of someone's surveys: the visits as last fetched, and what waits to be sent. */
export type SurveyStore = IDBPDatabase<SurveySchema>;

export const openSurveyStore = (): Promise<SurveyStore> =>
  openDB<SurveySchema>("surveys", 2, {
    upgrade(db, before) {
      if (before < 1) {
        db.createObjectStore("pack");
        db.createObjectStore("steps", { keyPath: "commandId" });
        db.createObjectStore("photos", { keyPath: "id" });
      }
      db.createObjectStore("typing");
    },
  });

/**
 * Keeps visits that were fetched. A visit with something unsent stays, though the server no longer lists it. Another
 * person's are wiped first, with all that waited: this phone has changed hands.
 */
export async function keepPack(store: SurveyStore, pack: SurveyPack): Promise<void> {
  const tx = store.transaction(["pack", "steps", "photos", "typing"], "readwrite");
  const before = await tx.objectStore("pack").get("own");
  const isAnothers = before !== undefined && before.accountId !== pack.accountId;
  if (isAnothers) {
    await tx.objectStore("steps").clear();
    await tx.objectStore("photos").clear();
    await tx.objectStore("typing").clear();
  }
  const steps = await tx.objectStore("steps").getAll();
  const listed = new Set(pack.visits.map(({ buildingId }) => buildingId));
  const unsent = new Set(steps.map(({ buildingId }) => buildingId));
  const kept = (isAnothers ? [] : (before?.visits ?? [])).filter(
    ({ buildingId }) => unsent.has(buildingId) && !listed.has(buildingId),
  );
  await tx.objectStore("pack").put({ ...pack, visits: [...pack.visits, ...kept] }, "own");
  await tx.done;
}

/** Puts what is left to wait in the place of what was sent. */
export async function replaceSteps(
  store: SurveyStore,
  sent: readonly QueuedStep[],
  left: readonly QueuedStep[],
): Promise<void> {
  const tx = store.transaction("steps", "readwrite");
  const present = new Set(await tx.store.getAllKeys());
  for (const { commandId } of sent) await tx.store.delete(commandId);
  // What was said anew of an element while this was under way has taken its place already.
  for (const step of left)
    if (present.has(step.commandId) || !sent.some(({ commandId }) => commandId === step.commandId))
      await tx.store.put(step);
  await tx.done;
}

/** Puts a step into the queue; what was said of the same element and has not been sent yet is replaced by it. */
export async function putStep(store: SurveyStore, step: QueuedStep): Promise<void> {
  const tx = store.transaction("steps", "readwrite");
  if (step.kind === "observe")
    for (const other of await tx.store.getAll())
      if (
        other.kind === "observe" &&
        other.surveyId === step.surveyId &&
        other.observation.elementId === step.observation.elementId
      )
        await tx.store.delete(other.commandId);
  await tx.store.put(step);
  await tx.done;
}

/** Forgets what was being typed of a survey that is over. */
export async function dropTypingOf(store: SurveyStore, surveyId: string): Promise<void> {
  const tx = store.transaction("typing", "readwrite");
  for (const key of await tx.store.getAllKeys()) if (key.startsWith(surveyId)) await tx.store.delete(key);
  await tx.done;
}
