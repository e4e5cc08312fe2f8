/** RFC 5545's names of the days of the week, Monday first. */
export const weekdayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type WeekdayCode = (typeof weekdayCodes)[number];

/** How a service comes again, as people say it. */
export type Pattern =
  | { kind: "weekdays" }
  | { kind: "weekly"; every: number; days: WeekdayCode[] }
  | { kind: "monthlyDay"; every: number; monthDay: number }
  | { kind: "monthlyWeekday"; every: number; nth: number; day: WeekdayCode };

const workdays = weekdayCodes.slice(0, 5).join(",");
const interval = (every: number) => (every > 1 ? `;INTERVAL=${every}` : "");

/**
 * The rule of a pattern by RFC 5545. A month's day 31 means its last, whatever the month.
 * @example ruleOf({ kind: "weekly", every: 2, days: ["MO", "TH"] }) // "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"
 */
export function ruleOf(pattern: Pattern): string {
  switch (pattern.kind) {
    case "weekdays":
      return `FREQ=WEEKLY;BYDAY=${workdays}`;
    case "weekly":
      return `FREQ=WEEKLY${interval(pattern.every)};BYDAY=${weekdayCodes.filter((day) => pattern.days.includes(day)).join(",")}`;
    case "monthlyDay":
      return `FREQ=MONTHLY${interval(pattern.every)};BYMONTHDAY=${pattern.monthDay > 28 ? -1 : pattern.monthDay}`;
    case "monthlyWeekday":
      return `FREQ=MONTHLY${interval(pattern.every)};BYDAY=${pattern.nth}${pattern.day}`;
  }
}

const parts: Record<string, RegExp> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d?$/,
  BYDAY: /^([+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU))(,[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU))*$/,
  BYMONTHDAY: /^-?([1-9]|[12]\d|3[01])(,-?([1-9]|[12]\d|3[01]))*$/,
  BYMONTH: /^([1-9]|1[0-2])(,([1-9]|1[0-2]))*$/,
  BYSETPOS: /^-?[1-5]$/,
  COUNT: /^[1-9]\d{0,3}$/,
  WKST: /^(MO|SU)$/,
};

function partsOf(rule: string): Map<string, string> | null {
  const read = new Map<string, string>();
  for (const part of rule.split(";")) {
    const [name = "", value = ""] = part.split("=");
    if (!parts[name]?.test(value) || read.has(name)) return null;
    read.set(name, value);
  }
  return read;
}

/**
 * Whether a rule is one that services can come by: RFC 5545 by days or slower, each part once and within bounds. An end
 * is not part of the rule, for it has a column of its own. @example isRule("FREQ=SECONDLY") // false
 */
export function isRule(rule: string): boolean {
  const read = partsOf(rule);
  const frequency = read?.get("FREQ");
  if (!read || !frequency || rule.length > 200) return false;
  const isCounted = /\d/.test(read.get("BYDAY") ?? "");
  return !(isCounted && (frequency === "WEEKLY" || frequency === "DAILY"));
}

/** The pattern of a rule, to be said in words; null for a rule that is none of them, which is shown as it stands. */
export function patternOf(rule: string): Pattern | null {
  const read = partsOf(rule);
  if (!read || [...read.keys()].some((name) => !["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY"].includes(name)))
    return null;
  const every = Number(read.get("INTERVAL") ?? 1);
  const [days, monthDay] = [read.get("BYDAY"), read.get("BYMONTHDAY")];
  if (read.get("FREQ") === "WEEKLY" && days && !monthDay) {
    if (days === workdays && every === 1) return { kind: "weekdays" };
    return { kind: "weekly", every, days: weekdayCodes.filter((day) => days.split(",").includes(day)) };
  }
  if (read.get("FREQ") !== "MONTHLY") return null;
  if (monthDay && !days && !monthDay.includes(","))
    return { kind: "monthlyDay", every, monthDay: monthDay === "-1" ? 31 : Number(monthDay) };
  const counted = /^(-?\d)([A-Z]{2})$/.exec(days ?? "");
  if (!counted || monthDay) return null;
  return { kind: "monthlyWeekday", every, nth: Number(counted[1]), day: counted[2] as WeekdayCode };
}
