import { formatsIn } from "#app/i18n/format.ts";
import { isLocale } from "#app/i18n/locale.ts";
import { mail as words } from "#app/i18n/mail.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import { listBenefits } from "#db/queries/benefit/list-benefits.ts";
import type { Id } from "#domain/id.ts";
import type { Compose, JobTools } from "./job-tools.ts";

/** Asks one owner what came of a line in a year; nothing where it has been answered, or they may not see it any longer. */
export const composeBenefit =
  (tools: JobTools): Compose =>
  async (db, work, now) => {
    const { benefitId, year, accountId } = work.payload as { benefitId: Id; year: number; accountId: Id };
    const actor = await getActorByAccount(db, accountId, now);
    const [line] = actor ? await listBenefits(db, actor, { id: benefitId }) : [];
    const isAnswered = line?.years.some((one) => one.year === year && one.answeredAt);
    if (!actor || !line || isAnswered) return null;
    const locale = isLocale(actor.locale) ? actor.locale : "da";
    const say = words[locale];
    return {
      ...{
        id: work.id,
        to: actor.email,
        locale,
        thread: line.id,
        subject: say.benefit.subject(line.label, year),
      },
      paragraphs: [
        say.hello(actor.name),
        say.benefit.asked(line.label, line.caseName, formatsIn(locale).ore(line.requiredOre), year),
        say.benefit.apart,
      ],
      actions: [{ label: say.benefit.open, url: tools.linkTo(`/benefits/${line.id}`) }],
      footer: [say.benefit.footer],
    };
  };
