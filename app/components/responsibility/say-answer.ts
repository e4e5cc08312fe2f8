import type { Formats } from "#app/i18n/format.ts";
import type { responsibility } from "#app/i18n/da/responsibility.ts";
import type { Executor, Payer } from "#domain/responsibility/terms.ts";

type Words = typeof responsibility;

/** Who acts, who pays what, and by when; instants as the loader sends them. */
export interface SaidAnswer {
  executor: Executor;
  payer: Payer;
  payerSharePercent: number;
  otherPayer: Payer | null;
  respondBy: string | null;
  resolveBy: string | null;
}

/** A name inside a sentence: only what is written with a capital anyway keeps it. */
const inside = (name: string): string =>
  /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLocaleLowerCase("da") + name.slice(1);

/** Who pays, with the parts where two share. @example sayPayer(words, format, rule) // "KEjd betaler 60 %, lejer 40 %" */
export function sayPayer(words: Words, format: Formats, answer: Omit<SaidAnswer, "respondBy" | "resolveBy">) {
  const { payer, payerSharePercent: percent, otherPayer } = answer;
  if (!otherPayer) return words.ask.paysAll(inside(words.payers[payer]));
  const [part, rest] = [percent, 100 - percent].map((each) => format.percent(each / 100, 2));
  return words.ask.paysPart(inside(words.payers[payer]), part!, inside(words.payers[otherPayer]), rest!);
}

const isSame = ({ executor, payer, otherPayer }: SaidAnswer): boolean =>
  !otherPayer && (executor === payer || (executor === "administration" && payer === "tenant"));

/** The answer as two sentences: who acts and pays, and by when. */
export function sayAnswer(words: Words, format: Formats, answer: SaidAnswer): string {
  const { ask } = words;
  const { executor, respondBy, resolveBy } = answer;
  if (executor === "serviceDesk") return `${ask.desk}. ${sayDeadlines(words, format, respondBy, resolveBy)}`;
  const acts = ask.acts(words.executors[executor]);
  const whole = isSame(answer) ? ask.samePays(acts) : ask.and(acts, sayPayer(words, format, answer));
  return `${whole} ${sayDeadlines(words, format, respondBy, resolveBy)}`;
}

function sayDeadlines({ ask }: Words, format: Formats, respondBy: string | null, resolveBy: string | null) {
  if (!respondBy) return ask.unmeasured;
  const end = resolveBy ? ask.resolveBy(format.dateTime(resolveBy)) : ask.resolveAgreed;
  return `${ask.respondBy(format.dateTime(respondBy))}, ${end}`;
}
