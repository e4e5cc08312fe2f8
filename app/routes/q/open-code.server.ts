import type { AppLoadContext } from "@remix-run/node";
import { limitRate } from "#db/commands/limit-rate.ts";
import { getHangingCode, type HangingCode } from "#db/queries/qr/get-hanging-code.ts";
import { isQrTokenOf, qrIdIn } from "#db/secrets/signed-token.ts";
import { dayAt } from "#domain/day.ts";

/** The code that a token opens; null for what is forged, renewed, revoked or unknown, all alike. */
export async function openCode(
  { db, signingSecret }: AppLoadContext,
  token: string | undefined,
  now: Date,
): Promise<HangingCode | null> {
  const id = qrIdIn(token);
  const code = id && (await getHangingCode(db, id, dayAt(now)));
  const isGood = code && !code.isRevoked && isQrTokenOf(signingSecret, token!, code);
  return isGood ? code : null;
}

/** How many may be sent in an hour: from one address (a house behind one line included), and by one code. */
const hour = 3_600;
const perAddress = { limit: 12, windowSeconds: hour };
const perCode = { limit: 40, windowSeconds: hour };

/** Counts a sending. Seconds until the next may come, 0 where it may come now. */
export async function waitBeforeSending(
  { db, clientAddress }: AppLoadContext,
  code: HangingCode,
  now: Date,
): Promise<number> {
  const byAddress = await limitRate(db, `report-from:${clientAddress}`, perAddress, now);
  if (!byAddress.isAllowed) return byAddress.retryAfterSeconds;
  return (await limitRate(db, `report-by:${code.id}`, perCode, now)).retryAfterSeconds;
}
