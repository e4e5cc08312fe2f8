import { createHmac, timingSafeEqual } from "node:crypto";
import { isId, type Id } from "#domain/id.ts";

/** What a code on the wall is signed over: renewing it changes the salt, and the paper that hangs is worth nothing. */
export interface SignedCode {
  id: Id;
  salt: string;
}

/** 128 bits of signature: too many to guess, few enough for a code that is read from a wall. */
const signatureBytes = 16;
const shapeOfToken = /^[A-Za-z0-9_-]{43}$/;

/** The word in the address of a code: its id and its signature. @example qrTokenOf(secret, { id, salt }) // 43 letters */
export function qrTokenOf(secret: string, { id, salt }: SignedCode): string {
  const ownId = Buffer.from(id.replaceAll("-", ""), "hex");
  const signature = createHmac("sha256", secret).update(`qr ${id} ${salt}`).digest();
  return Buffer.concat([ownId, signature.subarray(0, signatureBytes)]).toString("base64url");
}

/** The id that a token names, signed or not; null for what is no token. */
export function qrIdIn(token: string | undefined): Id | null {
  if (!token || !shapeOfToken.test(token)) return null;
  const hex = Buffer.from(token, "base64url").subarray(0, 16).toString("hex");
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return isId(id) ? id : null;
}

/** Whether a token is the one of this code as it is now; compared in constant time. */
export const isQrTokenOf = (secret: string, token: string, code: SignedCode): boolean =>
  shapeOfToken.test(token) && timingSafeEqual(Buffer.from(token), Buffer.from(qrTokenOf(secret, code)));

/**
 * The word in the private link to one case, made of the code and the key of its sending. Whoever does not hold the
 * server's secret cannot tell it from a random one; the server can make it again, so that a form sent twice and a mail
 * get the same link while the database keeps its hash.
 */
export const followTokenOf = (secret: string, codeId: Id, key: string): string =>
  createHmac("sha256", secret).update(`follow ${codeId} ${key}`).digest("base64url");
