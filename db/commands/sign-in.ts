import type { Result } from "#domain/result.ts";
import { done, refused } from "#domain/result.ts";
import type { Db } from "../client.server.ts";
import { getCredential } from "../queries/account-credential.ts";
import { verifyPassword } from "../secrets/password-hash.ts";
import { hashSecret } from "../secrets/secret.ts";
import { forgiveRate, limitRate } from "./limit-rate.ts";
import { openSession } from "./open-session.ts";

/** Guesses at one account from one address, and guesses at any account from one address. */
const PER_ACCOUNT_AND_ADDRESS = { limit: 5, windowSeconds: 15 * 60 };
const PER_ADDRESS = { limit: 60, windowSeconds: 15 * 60 };

export interface SignInForm {
  email: string;
  password: string;
  /** Where the request came from: the network address, and what the browser says it is. */
  address: string;
  device: string;
  requestId?: string;
}

export interface SignedIn {
  /** For the cookie; kept nowhere. */
  secret: string;
  mustChangePassword: boolean;
  /** The language that the person chose, to be spoken from here on. */
  locale: "da" | "en" | null;
}

/** Names a limit without keeping what was typed: people type passwords into the email field. */
const limitKey = (...parts: string[]): string =>
  `sign-in:${hashSecret(parts.join("\n")).toString("base64url")}`;

/**
 * Signs in by email and password. Unknown email, disabled account and wrong password are one refusal and the same work,
 * so that nobody learns who has an account; a right password is not counted as a guess.
 * The password is compared outside any transaction: it takes tens of milliseconds.
 */
export async function signIn(
  db: Db,
  form: SignInForm,
  now: Date,
): Promise<Result<SignedIn, "wrong" | "tooMany">> {
  const keys = {
    pair: limitKey(form.email.trim().toLowerCase(), form.address),
    address: limitKey(form.address),
  };
  const byAddress = await limitRate(db, keys.address, PER_ADDRESS, now);
  const byPair = await limitRate(db, keys.pair, PER_ACCOUNT_AND_ADDRESS, now);
  if (!byAddress.isAllowed || !byPair.isAllowed) return refused("tooMany");
  const credential = await getCredential(db, { email: form.email.trim() });
  const isRight = await verifyPassword(credential?.passwordHash ?? null, form.password);
  if (!credential || !isRight) return refused("wrong");
  await forgiveRate(db, keys.address);
  await forgiveRate(db, keys.pair);
  const secret = await openSession(
    db,
    { ...credential, device: form.device, requestId: form.requestId },
    now,
  );
  const { mustChangePassword, locale } = credential;
  return done({ secret, mustChangePassword, locale });
}
