import type { AppLoadContext } from "@remix-run/node";
import { getActorByAccount } from "#db/queries/actor.ts";
import { getApproval, getDecider, type ApprovalRow } from "#db/queries/approval/get-approval.ts";
import { readMailLink } from "#db/secrets/mail-link.ts";
import type { Actor } from "#domain/actor.ts";
import { isLinkTooOld } from "#domain/approval/link-age.ts";
import { dayAt } from "#domain/day.ts";

/** What a link opens: the approval and whose answer it takes, or why it opens nothing. */
export type ApprovalLink =
  { state: "open"; approval: ApprovalRow; actor: Actor; forName: string | null } | { state: "gone" | "old" };

/** Reads the word of a link. Good for thirty days, and only while the account it was sent to may still answer. */
export async function readApprovalLink(
  { db, signingSecret }: AppLoadContext,
  token: string | undefined,
  now: Date,
): Promise<ApprovalLink> {
  const link = readMailLink(signingSecret, "approval", token);
  if (!link?.accountId) return { state: "gone" };
  const today = dayAt(now);
  const approval = await getApproval(db, link.subjectId);
  const actor = await getActorByAccount(db, link.accountId, now);
  if (!approval || !actor) return { state: "gone" };
  if (isLinkTooOld(dayAt(new Date(approval.askedAt)), today)) return { state: "old" };
  const decider = await getDecider(db, approval.id, link.accountId, today);
  return decider ? { state: "open", approval, actor, forName: decider.forName } : { state: "gone" };
}
