import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's first recommendation for argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Made once: what a password of nobody is compared with, so that an unknown email costs as much as a known one. */
let nobody: Promise<string> | undefined;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** Whether a password is the one that was hashed. A null hash (no such account) takes as long, and is never right. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword("nobody signs in with this");
  const isRight = await verify(passwordHash ?? (await nobody), password);
  return isRight && passwordHash !== null;
}

/** Without the letters and digits that are taken for each other when read aloud. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password to hand to someone once, 77 bits in four groups. @example newOneTimePassword() // "k4fp-9wzt-…" */
export function newOneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
