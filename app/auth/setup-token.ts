import { timingSafeEqual } from "node:crypto";
import { hashSecret, newSecret } from "#db/secrets/secret.ts";

/** The word that whoever started the system knows and a stranger on the network does not: given, or made for this start. */
export const setupTokenFrom = (given: string | undefined): string => given || newSecret();

/** Whether a typed word is the setup token; compared in constant time. Without a token nothing is right. */
export const isSetupToken = (typed: string, token: string | undefined): boolean =>
  Boolean(token) && timingSafeEqual(hashSecret(typed.trim()), hashSecret(token!));
