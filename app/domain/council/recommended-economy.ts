import { scenarioEconomy, type ScenarioEconomy } from "../colocation/case-economy.ts";
import { recommendedIn, type Recommended } from "./recommended-in.ts";

/** The money of what was recommended, by what was frozen, whatever the register says since. */
export function recommendedEconomy(recommended: Recommended): ScenarioEconomy | null {
  const scenario = recommendedIn(recommended);
  return scenario && scenarioEconomy(recommended.inputs, scenario);
}

/**
 * After how many years what was recommended pays back to the city, as the rules of a pool ask it; null where it never does.
 * What does not give more than it costs over its life never does, however soon the first money comes back; nor does what
 * moves nobody.
 * @example paybackForPool(submission) // 4.5
 */
export function paybackForPool(recommended: Recommended | null): number | null {
  const city = recommended && recommendedEconomy(recommended)?.municipality;
  return !city || city.npvOre <= 0 ? null : city.paybackYears;
}
