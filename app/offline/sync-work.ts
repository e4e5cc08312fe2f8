import { afterAnswers, type SyncAnswer } from "#domain/work/queued-command.ts";
import type { Worklist } from "#domain/work/work-order.ts";
import { reach, sendCommands, type Ask, type SyncResult } from "./reach.ts";
import { keepWorklist, replaceCommands, type WorkStore } from "./work-store.ts";

const address = "/work/sync";
const mostAtOnce = 50;

interface Answered {
  answers?: SyncAnswer[];
  worklist: Worklist;
}

/**
 * Sends what waits, in its order, and fetches the work as it is then. Nothing leaves the phone's queue before the server
 * has answered for it; a lost answer means that it is sent again, and the server knows it by its id.
 */
export async function syncWork(store: WorkStore, ask: Ask = fetch): Promise<SyncResult> {
  for (;;) {
    const waiting = (await store.getAll("commands")).filter(({ status }) => status === "queued");
    const batch = waiting.slice(0, mostAtOnce);
    const answered = await sendCommands<Answered>(ask, address, batch);
    if (typeof answered === "string") return answered;
    await replaceCommands(store, batch, afterAnswers(batch, answered.answers ?? []));
    await keepWorklist(store, answered.worklist);
    if (waiting.length <= batch.length) return sendPhotos(store, ask);
  }
}

/** One at a time, each under its own id; what the server does not take as a photo is dropped with its answer. */
async function sendPhotos(store: WorkStore, ask: Ask): Promise<SyncResult> {
  for (const photo of await store.getAll("photos")) {
    const form = new FormData();
    form.set("orderId", photo.orderId);
    form.set("kind", photo.kind);
    form.set("file", photo.picture, "photo.jpg");
    const answer = await reach(ask, "/work/photos", { method: "POST", body: form });
    if (typeof answer === "string") return answer;
    await store.delete("photos", photo.id);
  }
  return "sent";
}
