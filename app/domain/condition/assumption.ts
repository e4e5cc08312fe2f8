import { normAssumption, normKeys, usualNorms } from "../use/space-norm.ts";
import { usualElementTypes } from "./element-type.ts";

/** A value that is reckoned with and that nobody has measured. Values have an owner, a source and days in the database. */
export interface UsualAssumption {
  key: string;
  value: number;
  /** "share" is 0 to 1, "share/year" one a year; the rest as written. */
  unit: "share" | "share/year" | "years" | "months" | "m²" | "øre/m²" | "øre";
  source: string;
}

const judgement = "Portalens eget skøn";
const published = "Kommunens eget efterslæb er vokset 3–6 % om året";

const of = (
  unit: UsualAssumption["unit"],
  source: string,
  values: Record<string, number>,
): UsualAssumption[] => Object.entries(values).map(([key, value]) => ({ key, value, unit, source }));

/**
 * The defaults of everything the condition, the backlog, the plan and the use are reckoned with; a life for each kind of element.
 * @example usualAssumptions.find(({ key }) => key === "overheadRate")?.value // 0.25
 */
export const usualAssumptions: readonly UsualAssumption[] = [
  ...of("share", judgement, { overheadRate: 0.25, uncertaintyBase: 0.15 }),
  ...of("share/year", judgement, { uncertaintyPerYear: 0.03, discountRate: 0.035 }),
  ...of("share/year", published, { growth4: 0.03, growth5: 0.06, growth6: 0.09 }),
  ...of("share/year", judgement, { damageChance4: 0.01, damageChance5: 0.03, damageChance6: 0.06 }),
  ...of("øre/m²", judgement, { replacementOrePerM2: 22_000_00 }),
  ...of("øre", judgement, { siteSetupOre: 150_000_00 }),
  ...of("share", judgement, { reinvoiceFeeRate: 0.02 }),
  ...of("share", judgement, { fciFair: 0.05, fciPoor: 0.1, fciCritical: 0.3 }),
  ...of("months", judgement, { leaseWarning1: 18, leaseWarning2: 12, leaseWarning3: 6, leaseWarning4: 3 }),
  ...of("share/year", judgement, { leaseRentGrowth: 0.02 }),
  ...normKeys.flatMap((key) => {
    const { fromM2, toM2, source } = usualNorms[key];
    return of("m²", source, { [normAssumption(key, "from")]: fromM2, [normAssumption(key, "to")]: toM2 });
  }),
  ...of("years", judgement, { surveyOldAfter: 5, surveyStaleAfter: 8, needHorizon: 10 }),
  ...of(
    "years",
    judgement,
    Object.fromEntries(usualElementTypes.map(({ code, lifeYears }) => [`life.${code}`, lifeYears])),
  ),
];

/** Values of a day, by key. What the database lacks falls back to the usual one. */
export type Assumptions = Readonly<Record<string, number>>;

const defaults: Assumptions = Object.fromEntries(usualAssumptions.map(({ key, value }) => [key, value]));

/** A value that has to be there. Throws for a key nobody has defined. @example assumed({}, "overheadRate") // 0.25 */
export function assumed(assumptions: Assumptions, key: string): number {
  const value = assumptions[key] ?? defaults[key];
  if (value === undefined) throw new Error(`There is no assumption "${key}".`);
  return value;
}
