import { afterSurveyAnswers, sendable } from "#domain/survey/expected-visit.ts";
import type { SurveyAnswer } from "#domain/survey/survey-command.ts";
import type { SurveyPack } from "#domain/survey/survey-pack.ts";
import { reach, sendCommands, type Ask, type SyncResult } from "./reach.ts";
import { keepPack, replaceSteps, type QueuedSurveyPhoto, type SurveyStore } from "./survey-store.ts";

const address = "/surveys/sync";
const mostAtOnce = 50;

interface Answered {
  answers?: SurveyAnswer[];
  pack: SurveyPack;
}

/**
 * Sends what waits, in its order: what was seen, then its photos, and the signature last, as nothing can be added to what
 * is signed. Nothing leaves the phone before the server has answered for it.
 */
export async function syncSurveys(store: SurveyStore, ask: Ask = fetch): Promise<SyncResult> {
  const seen = await sendSteps(store, ask, "seen");
  if (seen !== "sent") return seen;
  const photos = await sendPhotos(store, ask);
  if (photos !== "sent") return photos;
  return sendSteps(store, ask, "signed");
}

async function sendSteps(store: SurveyStore, ask: Ask, what: "seen" | "signed"): Promise<SyncResult> {
  for (;;) {
    const photos = (await store.getAll("photos")).filter(({ fault }) => !fault);
    const waiting = sendable(await store.getAll("steps")).filter(
      ({ kind, surveyId }) =>
        (kind === "sign") === (what === "signed") &&
        !(kind === "sign" && photos.some((one) => one.surveyId === surveyId)),
    );
    if (what === "signed" && waiting.length === 0) return "sent";
    const batch = waiting.slice(0, mostAtOnce);
    const answered = await sendCommands<Answered>(ask, address, batch);
    if (typeof answered === "string") return answered;
    await replaceSteps(store, batch, afterSurveyAnswers(batch, answered.answers ?? []));
    await keepPack(store, answered.pack);
    if (waiting.length <= batch.length) return "sent";
  }
}

/** One at a time. A photo goes where the element it shows has been taken; what is no photo stays with its fault. */
async function sendPhotos(store: SurveyStore, ask: Ask): Promise<SyncResult> {
  const steps = await store.getAll("steps");
  const waitsFor = (photo: QueuedSurveyPhoto) =>
    steps.some(
      (step) =>
        step.surveyId === photo.surveyId &&
        (step.kind === "start" ||
          (step.kind === "observe" && step.observation.elementId === photo.elementId)),
    );
  for (const photo of await store.getAll("photos")) {
    if (photo.fault || waitsFor(photo)) continue;
    const form = new FormData();
    form.set("surveyId", photo.surveyId);
    form.set("elementId", photo.elementId);
    form.set("file", photo.picture, "photo.jpg");
    const answer = await reach(ask, "/surveys/photos", { method: "POST", body: form });
    if (typeof answer === "string") return answer;
    const { fault } = (await answer.json()) as { fault?: string };
    if (fault && fault !== "alreadyThere") await store.put("photos", { ...photo, fault });
    else await store.delete("photos", photo.id);
  }
  return "sent";
}
