import { dates as area } from "#app/i18n/dates.ts";
import { formatsIn } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { addDays } from "#domain/day-count.ts";
import type { EarliestEnd } from "#domain/lease-date/earliest-end.ts";
import type { MatchReason } from "#domain/lease-date/match-space.ts";

/** How a lease can end and what must be done by when. An end is told by the lease's last day, a break by its own. */
export function endInWords({ on, noticeBy, why }: EarliestEnd, locale: Locale): string {
  const { why: ways, noticeBy: notice } = area[locale].breaks;
  const { day } = formatsIn(locale);
  const end = ways[why](day(why === "breakOption" ? on : addDays(on, -1)));
  return noticeBy ? `${end}; ${notice(day(noticeBy))}` : end;
}

/** One reason why space fits, and how well. */
export function reasonInWords(reason: MatchReason, locale: Locale): string {
  const { reasons } = area[locale].breaks;
  const format = formatsIn(locale);
  if (reason.key === "area") return reasons[reason.fit](format.areaM2(reason.vacantM2));
  if (reason.key === "use") return reasons[reason.fit];
  if (reason.key === "distance") {
    const isNear = reason.meters < 1_000;
    return reasons.distance(
      isNear ? `${format.number(reason.meters)} m` : `${format.number(reason.meters / 1_000, 1)} km`,
    );
  }
  return reason.condition === null || reason.fit === "unknown"
    ? reasons.unknown
    : reasons[reason.fit](reason.condition);
}
