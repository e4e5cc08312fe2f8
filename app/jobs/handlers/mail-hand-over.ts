import { isLocale } from "#app/i18n/locale.ts";
import { mail as words } from "#app/i18n/mail.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import { getHandOverHead } from "#db/queries/hand-over/get-hand-over-head.ts";
import { getHandOver } from "#db/queries/hand-over/list-hand-overs.ts";
import { handOverName } from "#domain/hand-over/hand-over-facts.ts";
import type { Id } from "#domain/id.ts";
import type { Compose, JobTools } from "./job-tools.ts";

/** Tells whoever handed over what KEjd asks or why it declines; nothing where they may not see it any longer, or it moved on. */
export const composeHandOver =
  (tools: JobTools): Compose =>
  async (db, work, now) => {
    const { handOverId, event } = work.payload as { handOverId: Id; event: "askedBack" | "rejected" };
    const head = await getHandOverHead(db, work.organisationId, handOverId);
    const actor = head && (await getActorByAccount(db, head.handedOverBy, now));
    const found = actor && (await getHandOver(db, actor, handOverId));
    if (!found || found.state !== event) return null;
    const locale = isLocale(actor.locale) ? actor.locale : "da";
    const say = words[locale];
    const name = handOverName(found.number);
    const place = `${found.facts.street} ${found.facts.houseNumber}`;
    return {
      ...{ id: work.id, to: actor.email, locale, thread: found.id, subject: say.handOver.subject(name) },
      paragraphs: [
        say.hello(actor.name),
        say.handOver[event](name, place),
        found.events.findLast((one) => one.event === event)?.words ?? "",
      ],
      actions: [{ label: say.handOver.open, url: tools.linkTo(`/hand-over/${found.id}`) }],
      footer: [say.handOver.footer],
    };
  };
