/** sent: the server has all it can take. offline: it could not be reached, everything still waits. signedOut: it asks who we are. */
export type SyncResult = "sent" | "offline" | "signedOut";

export type Ask = (address: string, init?: RequestInit) => Promise<Response>;

/** An answer to work with; a redirect leads to the sign-in, and what failed on the other side is tried again later. */
export async function reach(
  ask: Ask,
  to: string,
  init: RequestInit,
): Promise<Response | "offline" | "signedOut"> {
  try {
    const answer = await ask(to, { ...init, redirect: "manual" });
    if (answer.type === "opaqueredirect" || [302, 401].includes(answer.status)) return "signedOut";
    return answer.ok ? answer : "offline";
  } catch (error) {
    if (error instanceof TypeError) return "offline";
    throw error;
  }
}

/** Sends commands to an address that answers each of them, or only asks how things stand where there are none. */
export async function sendCommands<Answered>(
  ask: Ask,
  to: string,
  commands: readonly object[],
): Promise<Answered | "offline" | "signedOut"> {
  const init = commands.length > 0 ? { method: "POST", body: JSON.stringify({ commands }) } : {};
  const answer = await reach(ask, to, { ...init, headers: { "Content-Type": "application/json" } });
  return typeof answer === "string" ? answer : ((await answer.json()) as Answered);
}
