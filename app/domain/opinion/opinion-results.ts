/** The yearly three questions, the report's own. Source: Rapport om tværgående enheder, juni 2013, table 4. */
export const questions = ["acuteRepair", "exteriorUpkeep", "rentCollection"] as const;
export type Question = (typeof questions)[number];

/** What the report counted of each: who is satisfied (4 or 5), or who is dissatisfied (1 or 2); and the key of its figure. */
export const baselines: Record<Question, { counts: "satisfied" | "dissatisfied"; key: string }> = {
  acuteRepair: { counts: "satisfied", key: "satisfied-acute-repair" },
  exteriorUpkeep: { counts: "dissatisfied", key: "dissatisfied-exterior-upkeep" },
  rentCollection: { counts: "dissatisfied", key: "dissatisfied-rent-collection" },
};

/** A group of fewer answers is not shown: one could tell who said what. Source: the project's own judgement. */
export const FEWEST_SHOWN = 5;

/** Answers of one group: how many were asked, how many answered, and of each question how many gave each of 1–5. */
export interface OpinionGroup {
  name: string;
  invited: number;
  answered: number;
  counts: Record<Question, readonly number[]>;
}

/** One question's result: the share the report counted, among those who had an opinion (`n`). Null where it is hidden. */
export interface QuestionResult {
  share: number | null;
  n: number | null;
}

export interface GroupResult {
  name: string;
  invited: number;
  /** Null where the group is too small to be shown. */
  answered: number | null;
  results: Record<Question, QuestionResult>;
}

/**
 * The share of 1–5 that a question's baseline counts; "don't know" is no opinion. Null below five opinions.
 * @example resultOf("acuteRepair", [1, 1, 1, 4, 3]) // { share: 0.7, n: 10 }
 */
export function resultOf(question: Question, counts: readonly number[]): QuestionResult {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n < FEWEST_SHOWN) return { share: null, n: null };
  const isSatisfied = baselines[question].counts === "satisfied";
  const counted = isSatisfied ? counts[3]! + counts[4]! : counts[0]! + counts[1]!;
  return { share: counted / n, n };
}

const hidden: QuestionResult = { share: null, n: null };

/**
 * The results of each group. Where hidden groups together hold fewer than five answers the smallest shown one is hidden
 * too, or the whole less the shown would tell what is hidden.
 */
export function resultsOf(groups: readonly OpinionGroup[]): GroupResult[] {
  const isHidden = new Set(groups.filter(({ answered }) => answered < FEWEST_SHOWN));
  const answersHidden = () => [...isHidden].reduce((sum, { answered }) => sum + answered, 0);
  while (answersHidden() > 0 && answersHidden() < FEWEST_SHOWN && isHidden.size < groups.length) {
    const shown = groups.filter((group) => !isHidden.has(group));
    isHidden.add(shown.reduce((least, group) => (group.answered < least.answered ? group : least)));
  }
  return groups.map((group) => ({
    ...{ name: group.name, invited: group.invited, answered: isHidden.has(group) ? null : group.answered },
    results: Object.fromEntries(
      questions.map((question) => [
        question,
        isHidden.has(group) ? hidden : resultOf(question, group.counts[question]),
      ]),
    ) as Record<Question, QuestionResult>,
  }));
}
