import { afterAnswers, type SyncAnswer } from "#domain/work/queued-command.ts";
import type { Worklist } from "#domain/work/work-order.ts";
import { keepWorklist, replaceCommands, type WorkStore } from "./work-store.ts";

/** sent: the server has all it can take. offline: it could not be reached, everything still waits. signedOut: it asks who we are. */
export type SyncResult = "sent" | "offline" | "signedOut";

const address = "/work/sync";
const mostAtOnce = 50;

interface Answered {
  answers?: SyncAnswer[];
  worklist: Worklist;
}

type Ask = (address: string, init?: RequestInit) => Promise<Response>;

/**
 * Sends what waits, in its order, and fetches the work as it is then. Nothing leaves the phone's queue before the server
 * has answered for it; a lost answer means that it is sent again, and the server knows it by its id.
 */
export async function syncWork(store: WorkStore, ask: Ask = fetch): Promise<SyncResult> {
  for (;;) {
    const waiting = (await store.getAll("commands")).filter(({ status }) => status === "queued");
    const batch = waiting.slice(0, mostAtOnce);
    const answered = await send(ask, batch);
    if (typeof answered === "string") return answered;
    await replaceCommands(store, batch, afterAnswers(batch, answered.answers ?? []));
    await keepWorklist(store, answered.worklist);
    if (waiting.length <= batch.length) return sendPhotos(store, ask);
  }
}

async function send(ask: Ask, commands: readonly object[]): Promise<Answered | "offline" | "signedOut"> {
  const init = commands.length > 0 ? { method: "POST", body: JSON.stringify({ commands }) } : {};
  const answer = await reach(ask, address, { ...init, headers: { "Content-Type": "application/json" } });
  if (typeof answer === "string") return answer;
  return (await answer.json()) as Answered;
}

/** An answer to work with; a redirect leads to the sign-in, and what failed on the other side is tried again later. */
async function reach(ask: Ask, to: string, init: RequestInit): Promise<Response | "offline" | "signedOut"> {
  try {
    const answer = await ask(to, { ...init, redirect: "manual" });
    if (answer.type === "opaqueredirect" || [302, 401].includes(answer.status)) return "signedOut";
    return answer.ok ? answer : "offline";
  } catch (error) {
    if (error instanceof TypeError) return "offline";
    throw error;
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
