import { createHash, randomBytes } from "node:crypto";

/** A fresh secret of 256 random bits, for a session or a token: 43 characters that need no escaping anywhere. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is kept of a secret. It is random and long, so a plain SHA-256 is enough and look-ups stay exact. */
export const hashSecret = (secret: string): Buffer => createHash("sha256").update(secret).digest();
