import { formatsIn } from "#app/i18n/format.ts";
import { isLocale, type Locale } from "#app/i18n/locale.ts";
import { mail as words } from "#app/i18n/mail.ts";
import type { Db } from "#db/client.server.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import {
  getCaseHead,
  listNewsEvents,
  type CaseHead,
  type NewsEvent,
} from "#db/queries/telling/get-case-news.ts";
import type { Hearer } from "#db/queries/telling/list-hearers.ts";
import { listVisibleOrderIds, mayFollowFromAfar, seesCase } from "#db/queries/telling/sees-case.ts";
import { followTokenOf } from "#db/secrets/signed-token.ts";
import { mailLinkToken } from "#db/secrets/mail-link.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { isTold } from "#domain/telling/told-events.ts";
import type { Mail } from "../mail/mail.ts";
import type { Compose, JobTools } from "./job-tools.ts";

interface NewsWork {
  caseId: Id;
  hearer: Hearer;
  eventIds: Id[];
}

/** Writes what happened to a case for one hearer, if they still may see it. */
export const composeCaseNews =
  (tools: JobTools): Compose =>
  async (db, work, now) => {
    const { caseId, hearer, eventIds } = work.payload as unknown as NewsWork;
    const to = await addressOf(db, hearer, caseId, now);
    const head = to && (await getCaseHead(db, work.organisationId, caseId));
    if (!to || !head) return null;
    const events = await listNewsEvents(db, work.organisationId, eventIds);
    const seen = events.filter(({ orderId }) => !orderId || !to.orderIds || to.orderIds.has(orderId));
    const told = to.isLimited ? seen.filter(({ event }) => !saysNothingAlone.includes(event)) : seen;
    const sentences = told.map((event) => sentenceOf(event, head, to));
    if (sentences.length === 0) return null;
    return { id: work.id, ...newsMail(tools, { to, head, hearer, sentences }) };
  };

interface Address {
  email: string;
  locale: Locale;
  name: string;
  /** The orders they see; null for all. */
  orderIds: ReadonlySet<Id> | null;
  /** Follows another unit's case: hears how far it is, and no word or name of it. */
  isLimited: boolean;
}

/** Where to send it, or null for a closed account or someone who may see the case no longer. */
async function addressOf(db: Db, hearer: Hearer, caseId: Id, now: Date): Promise<Address | null> {
  if (!hearer.accountId)
    return { email: hearer.email!, locale: "da", name: "", orderIds: null, isLimited: false };
  const actor = await getActorByAccount(db, hearer.accountId, now);
  const today = dayAt(now);
  if (!actor) return null;
  const isWhole = await seesCase(db, actor, caseId, today);
  if (!isWhole && !(hearer.as === "follower" && (await mayFollowFromAfar(db, actor, caseId, today))))
    return null;
  const orderIds = isWhole ? await listVisibleOrderIds(db, actor, caseId, today) : null;
  const locale = isLocale(actor.locale) ? actor.locale : "da";
  return { email: actor.email, locale, name: actor.name, orderIds, isLimited: !isWhole };
}

/** Without its words and whoever wrote them there is nothing left to tell. */
const saysNothingAlone = ["comment", "customerAnswered"];

/** One plain sentence. Of a protected place neither kind nor words leave the house; of another unit's case no words or names. */
function sentenceOf(event: NewsEvent, head: CaseHead, { locale, isLimited }: Address): string {
  if (!isTold(event.event)) return "";
  const say = words[locale];
  const isSilent = head.isProtected || isLimited;
  const text = (key: string) => String(event.payload[key] ?? "");
  const day = text("plannedOn");
  const sentence = say.news[event.event]({
    reason: isSilent ? "" : event.reason,
    day: day && formatsIn(locale).day(day),
    year: text("year"),
    owner: isSilent ? "" : text("nextOwner") || event.nextOwner,
    who: isLimited ? say.someone : event.actorName,
  });
  const subject = head.isProtected ? null : locale === "da" ? event.subjectDa : event.subjectEn;
  return subject ? say.about(subject, sentence) : sentence;
}

interface News {
  to: Address;
  head: CaseHead;
  hearer: Hearer;
  sentences: string[];
}

const longestSubject = 120;

function newsMail(tools: JobTools, { to, head, hearer, sentences }: News): Omit<Mail, "id"> {
  const say = words[to.locale];
  const what = sentences.length === 1 ? sentences[0]! : say.caseNews(sentences.length);
  const list =
    sentences.length === 1 ? sentences : [say.ofCase(head.number), sentences.map((s) => `• ${s}`).join("\n")];
  const unsubscribeUrl =
    hearer.as === "follower" && hearer.followerId
      ? unfollowUrl(tools, hearer.followerId, hearer.accountId)
      : null;
  return {
    to: to.email,
    locale: to.locale,
    subject: say.caseSubject(head.number, what.replace(/\s+/g, " ").slice(0, longestSubject)),
    paragraphs: [
      ...(to.name ? [say.hello(to.name)] : []),
      ...list,
      ...(head.place ? [say.caseAt(head.place)] : []),
    ],
    actions: [{ label: say.openCase, url: tools.linkTo(casePath(tools, head, hearer)) }],
    footer: [say.footer[hearer.as], ...(unsubscribeUrl ? [say.footer.unfollow, unsubscribeUrl] : [])],
    thread: head.id,
    ...(unsubscribeUrl && { unsubscribeUrl }),
  };
}

const unfollowUrl = (tools: JobTools, subjectId: Id, accountId: Id | null): string =>
  tools.linkTo(`/unfollow/${mailLinkToken(tools.secret, { purpose: "unfollow", subjectId, accountId })}`);

/** Who has no account follows by the private link of the case. */
const casePath = (tools: JobTools, head: CaseHead, hearer: Hearer): string =>
  hearer.as === "asker" && !hearer.accountId && head.qrCodeId
    ? `/follow/${followTokenOf(tools.secret, head.qrCodeId, head.sendingKey)}`
    : `/cases/${head.number}`;
