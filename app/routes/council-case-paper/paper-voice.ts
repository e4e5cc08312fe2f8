import { colocation } from "#app/i18n/colocation.ts";
import { colocationEconomy } from "#app/i18n/colocation-economy.ts";
import { councilPaper } from "#app/i18n/council-paper.ts";
import { formatsIn } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { caseValuesOf, type CaseValue } from "#domain/colocation/case-values.ts";
import type { CouncilCase, Submission } from "#db/queries/council/get-council-case.ts";
import { sayMoney } from "../colocation-case/say-money.ts";
import { sayValue } from "../colocation-economy/say-value.ts";
import type { SubmittedMoney } from "../council-case/council-economy.server.ts";

/** What a paper or file of a submitted case is made of. */
export interface Submitted {
  found: Pick<CouncilCase, "number" | "name" | "purpose" | "status">;
  submission: Submission;
  money: SubmittedMoney;
  locale: Locale;
}

/** Words, formats and names for writing about a submitted case. */
export function voiceOf({ money: { inputs }, locale }: Submitted) {
  const format = formatsIn(locale);
  const economy = colocationEconomy[locale];
  const names = Object.fromEntries([...inputs.units, ...inputs.premises].map((one) => [one.id, one.name]));
  const values = caseValuesOf(inputs);
  const value = sayValue(names, economy.assumptions, format);
  return {
    ...{
      format,
      names,
      values,
      value,
      economy,
      words: councilPaper[locale],
      statuses: colocation[locale].statuses,
    },
    ...sayMoney(economy, format),
    millions: (ore: number) => format.number(ore / 100_000_000, 1),
    nameOfKey: (key: string) => value.nameOf(values.find((one) => one.key === key)!),
    rangeOf: ({ unit, low, base, high }: CaseValue) =>
      `${[low, base, high].map((one) => value.amount(unit, one)).join(" · ")} ${value.unitOf(unit)}`,
  };
}

export type Voice = ReturnType<typeof voiceOf>;
