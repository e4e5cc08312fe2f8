import type { AppLoadContext } from "@remix-run/node";
import { limitRate } from "#db/commands/limit-rate.ts";

const attempts = { limit: 30, windowSeconds: 15 * 60 };

/** Whether this address may use another link from a mail now; nobody guesses one anyway, but nobody may try for ever. */
export async function mayUseLink(context: AppLoadContext, purpose: string, now: Date): Promise<boolean> {
  const key = `${purpose}:${context.clientAddress}`;
  return (await limitRate(context.db, key, attempts, now)).isAllowed;
}
