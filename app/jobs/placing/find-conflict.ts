import { placingOfCase, type CaseQuestion } from "#domain/colocation/optimise/placing-of-case.ts";
import { ruleKey, rulesOf, type Rule } from "#domain/colocation/optimise/placing-rules.ts";
import { solvePlacing, type PlacingOptions } from "../optimiser/solve-placing.ts";

/**
 * Rules that cannot all be kept, none of which can be left out of them (deletion filter): each rule in turn is taken away for
 * good if the rest still cannot be kept. Empty where room alone is in the way. Null where time ran out before it was known.
 */
export async function findConflict(asked: CaseQuestion, options: PlacingOptions): Promise<Rule[] | null> {
  const rules = rulesOf(asked.inputs, asked.scenario, asked.limits);
  const endsAt = options.now() + options.secondsAtMost;
  const without = new Set<string>();
  const isImpossible = async (left: ReadonlySet<string>) => {
    const secondsAtMost = Math.max(0.5, Math.min(5, endsAt - options.now()));
    // Any placement will do: it is only asked whether there is one.
    const found = await solvePlacing(placingOfCase(asked, left), { ...options, secondsAtMost, gapAtMost: 1 });
    return found.kind === "impossible";
  };
  for (const rule of rules) {
    if (options.now() > endsAt) return null;
    const left = new Set([...without, ruleKey(rule)]);
    if (await isImpossible(left)) without.add(ruleKey(rule));
  }
  return rules.filter((rule) => !without.has(ruleKey(rule)));
}
