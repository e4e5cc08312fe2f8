import { dates as area } from "#app/i18n/dates.ts";
import { formatsIn } from "#app/i18n/format.ts";
import { isLocale } from "#app/i18n/locale.ts";
import { mail as words } from "#app/i18n/mail.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import { listDates } from "#db/queries/lease-date/list-dates.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { isWarned } from "../periodic/warn-of-dates.ts";
import type { Compose, JobTools } from "./job-tools.ts";

/** So many dates are told one by one; the rest is counted, and stands on the page. */
const mostTold = 20;

/** Tells somebody of dates that have come near, as they stand when the mail is written: what was handled since is left out. */
export const composeLeaseDates =
  (tools: JobTools): Compose =>
  async (db, work, now) => {
    const { accountId, keys } = work.payload as { accountId: Id; keys: string[] };
    const actor = await getActorByAccount(db, accountId, now);
    if (!actor) return null;
    const { dates } = await listDates(db, actor, dayAt(now));
    const wanted = new Set(keys);
    const near = dates.filter((date) => wanted.has(date.key) && isWarned(accountId, date));
    if (near.length === 0) return null;
    const locale = isLocale(actor.locale) ? actor.locale : "da";
    const [say, { kinds }] = [words[locale], area[locale]];
    const lines = near
      .slice(0, mostTold)
      .map(({ on, kind, lease }) =>
        [`${formatsIn(locale).day(on)}: ${kinds[kind]}`, lease.number, lease.partyName]
          .filter(Boolean)
          .join(", "),
      );
    const [first] = near;
    return {
      ...{ id: work.id, to: actor.email, locale, subject: say.leaseDates.subject(near.length) },
      paragraphs: [
        say.hello(actor.name),
        say.leaseDates.near(near.length),
        lines.join("\n"),
        ...(near.length > mostTold ? [say.leaseDates.more(near.length - mostTold)] : []),
      ],
      actions: [
        near.length === 1
          ? { label: say.leaseDates.openOne, url: tools.linkTo(`/dates/${first!.key}`) }
          : { label: say.leaseDates.open, url: tools.linkTo("/dates") },
      ],
      footer: [say.footer.leaseDates],
    };
  };
