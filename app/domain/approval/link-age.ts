import { daysBetween, type Day } from "../day-count.ts";

/** So many days a link in a mail opens what it was sent for; afterwards one signs in. Source: the project's own judgement. */
export const MAIL_LINK_DAYS = 30;

/** @example isLinkTooOld("2026-10-01", "2026-11-20") // true */
export const isLinkTooOld = (sentOn: Day, today: Day): boolean => daysBetween(sentOn, today) > MAIL_LINK_DAYS;
