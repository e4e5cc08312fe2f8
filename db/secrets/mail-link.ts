import { createHmac, timingSafeEqual } from "node:crypto";
import type { Id } from "#domain/id.ts";

/** What a link in a mail is good for, and nothing else. */
export type MailLinkPurpose = "approval" | "rating" | "opinion" | "unfollow";

/** To what a link leads, and to whom it was sent; a person without an account has null. */
export interface MailLink {
  purpose: MailLinkPurpose;
  subjectId: Id;
  accountId: Id | null;
}

const signatureBytes = 18;
const shape = /^[A-Za-z0-9_-]{67}$/;
const nobody = "00000000-0000-0000-0000-000000000000";

const bytesOf = (id: Id): Buffer => Buffer.from(id.replaceAll("-", ""), "hex");
const idOf = (bytes: Buffer): Id =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

const signatureOf = (secret: string, link: MailLink): Buffer =>
  createHmac("sha256", secret)
    .update(`mail ${link.purpose} ${link.subjectId} ${link.accountId ?? nobody}`)
    .digest()
    .subarray(0, signatureBytes);

/**
 * The word in the address of a link: what, whom, and a signature of 144 bits. The same link is the same word, so a mail
 * that is sent twice says the same, and nothing needs to be kept. Whether it is still good is up to what it leads to.
 * @example mailLinkToken(secret, { purpose: "approval", subjectId: approvalId, accountId }) // 67 letters
 */
export function mailLinkToken(secret: string, link: MailLink): string {
  const parts = [bytesOf(link.subjectId), bytesOf(link.accountId ?? nobody), signatureOf(secret, link)];
  return Buffer.concat(parts).toString("base64url");
}

/** Reads a word for one purpose; null where it is none of ours. Compared in constant time. */
export function readMailLink(
  secret: string,
  purpose: MailLinkPurpose,
  token: string | undefined,
): MailLink | null {
  if (!token || !shape.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const account = idOf(bytes.subarray(16, 32));
  const accountId = account === nobody ? null : account;
  const link = { purpose, subjectId: idOf(bytes.subarray(0, 16)), accountId };
  return timingSafeEqual(bytes.subarray(32), signatureOf(secret, link)) ? link : null;
}
