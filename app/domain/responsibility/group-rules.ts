/** What the rules of one row speak of; null among them means any. */
interface Cell {
  itemCode: string | null;
  location: string | null;
  cause: string | null;
  tenure: string | null;
}

/** Rules that answer alike, and together speak of every combination of what is listed. */
export interface RuleGroup<Rule extends Cell> {
  rules: Rule[];
  items: Rule["itemCode"][];
  locations: Rule["location"][];
  causes: Rule["cause"][];
  tenures: Rule["tenure"][];
}

const dimensions = ["causes", "locations", "items", "tenures"] as const;

/**
 * Draws rules with one answer together into as few rows as one dimension after the other allows. No row says more than
 * its rules: a row is always a full box, every cause at every place for every item.
 * @example groupRules(rules, (rule) => rule.clauseDa)[0]?.causes // ["wear", "fire", "storm"]
 */
export function groupRules<Rule extends Cell>(
  rules: readonly Rule[],
  answerOf: (rule: Rule) => string,
): RuleGroup<Rule>[] {
  const answers = new Map<string, RuleGroup<Rule>[]>();
  for (const rule of rules) {
    const { itemCode, location, cause, tenure } = rule;
    const box = {
      rules: [rule],
      items: [itemCode],
      locations: [location],
      causes: [cause],
      tenures: [tenure],
    };
    const key = answerOf(rule);
    answers.set(key, [...(answers.get(key) ?? []), box]);
  }
  return [...answers.values()].flatMap((boxes) => dimensions.reduce(mergeAlong, boxes));
}

/** Boxes that differ in one dimension alone become one. */
function mergeAlong<Rule extends Cell>(
  boxes: RuleGroup<Rule>[],
  along: (typeof dimensions)[number],
): RuleGroup<Rule>[] {
  const merged = new Map<string, RuleGroup<Rule>>();
  for (const box of boxes) {
    const others = dimensions.filter((one) => one !== along);
    const key = JSON.stringify(others.map((one) => [...box[one]].sort()));
    const into = merged.get(key);
    merged.set(
      key,
      into
        ? { ...into, rules: [...into.rules, ...box.rules], [along]: [...into[along], ...box[along]] }
        : box,
    );
  }
  return [...merged.values()];
}
