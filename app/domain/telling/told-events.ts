/**
 * The events of a case that are told by mail. What is not here (hours, materials, who is assigned) is on its page; that it is
 * closed is told by asking how it went.
 */
export const toldEvents = [
  "placed",
  "assess",
  "askApproval",
  "approve",
  "reject",
  "plan",
  "setDay",
  "start",
  "askCustomer",
  "customerAnswered",
  "waitForPart",
  "partArrived",
  "finish",
  "confirm",
  "reopen",
  "decline",
  "markDuplicate",
  "planInBacklog",
  "setPriority",
  "comment",
] as const;
export type ToldEvent = (typeof toldEvents)[number];

export const isTold = (event: string): event is ToldEvent =>
  (toldEvents as readonly string[]).includes(event);

/** Someone must do something, or it is over: not to be held back to be told with the next. */
const urgent: readonly ToldEvent[] = ["placed", "askCustomer", "decline", "finish", "reject", "reopen"];
export const isUrgent = (event: string): boolean => (urgent as readonly string[]).includes(event);

/** What those who do the work hear of: it comes from the asking side and asks for an answer. */
const forTheTeam: readonly ToldEvent[] = ["comment", "customerAnswered", "reopen", "approve"];
export const isForTheTeam = (event: string): boolean => (forTheTeam as readonly string[]).includes(event);

/** At most one mail about a case in so long, unless something is urgent: what comes meanwhile is told together. */
export const QUIET_MS = 10 * 60_000;

/**
 * When a mail about a case may leave: at once, or when the quiet time after the last one to the same person is over.
 * @example tellAt({ isUrgent: false, lastToldAt: null }, now) // now
 */
export function tellAt(news: { isUrgent: boolean; lastToldAt: Date | null }, now: Date): Date {
  if (news.isUrgent || !news.lastToldAt) return now;
  return new Date(Math.max(now.getTime(), news.lastToldAt.getTime() + QUIET_MS));
}
