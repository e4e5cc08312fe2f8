import type { ServedApp } from "./served-app.ts";

/** Each call another number, so that only tests about the same file send one twice. */
let seeds = 0;
export const nextSeed = (): number => ++seeds;

export const pdf = (text = `made ${nextSeed()}`): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`%PDF-1.4\n${text}\n%%EOF\n`);

export interface Sent {
  /** The cookie of who sends. */
  as?: string;
  to?: string;
  bytes?: Uint8Array<ArrayBuffer> | null;
  name?: string;
  fields?: Record<string, string>;
}

/** Sends the form of a building's documents, and says what came of it: the id of the new document if there is one. */
export async function sendDocument(
  site: ServedApp,
  { as = "", to = "", bytes = pdf(), name = "plan.pdf", fields = {} }: Sent,
) {
  const form = new FormData();
  const typed = { title: "Plan af stuen", kind: "drawing", datedOn: "", ...fields };
  for (const [field, value] of Object.entries(typed)) form.append(field, value);
  if (bytes) form.append("file", new File([bytes], name));
  const answer = await fetch(`${site.origin}/buildings/${to}/documents`, {
    ...{ method: "POST", redirect: "manual", body: form },
    headers: { Cookie: as, Origin: site.origin },
  });
  const location = answer.headers.get("Location") ?? "";
  const id = /document=([0-9a-f-]{36})/.exec(location)?.[1] ?? "";
  return { status: answer.status, location, id, text: await answer.text() };
}
