import type { Day } from "../day-count.ts";
import type { Id } from "../id.ts";
import { deadlines, type Priority, type SlaTarget } from "../order/sla.ts";
import type { FacilityItem } from "./facility-item.ts";
import { rankRules } from "./resolve-responsibility.ts";
import type {
  ResponsibilityAnswer,
  ResponsibilityQuestion,
  ResponsibilityRule,
} from "./responsibility-rule.ts";
import { teamFor, type TeamChoice } from "./usual-team.ts";

/** A deadline's row: the promise of a code and priority while it holds. */
export interface DatedTarget extends SlaTarget {
  code: string;
  priority: Priority;
  validFrom: Day;
  validTo: Day | null;
}

/** All that an answer is made from, as an organisation keeps it. */
export interface Matrix {
  rules: readonly ResponsibilityRule[];
  items: readonly FacilityItem[];
  teams: readonly TeamChoice[];
  targets: readonly DatedTarget[];
}

/** Who acts, who pays and by when; which rule says so and which it went before. */
export interface ResponsibilityFinding {
  asked: ResponsibilityQuestion;
  item: FacilityItem;
  /** Null is a gap: the answer is then the service desk's. */
  rule: ResponsibilityRule | null;
  beaten: ResponsibilityRule[];
  answer: ResponsibilityAnswer;
  teamId: Id | null;
  priority: Priority;
  /** Null where nothing is promised: agreed case by case, and unmeasured. */
  respondBy: Date | null;
  resolveBy: Date | null;
}

/** What holds where the matrix is silent. That the landlord bears it until it is settled is the project's own judgement. */
const gapAnswer: ResponsibilityAnswer = {
  executor: "serviceDesk",
  payer: "landlord",
  payerSharePercent: 100,
  otherPayer: null,
  teamId: null,
  budgetLine: "Servicedesk: afklares",
  slaCode: "standard",
  clauseDa: "Snitfladen siger intet om det her. Servicedesken finder ud af, hvis opgave det er.",
  clauseEn: "The matrix says nothing about this. The service desk finds out whose task it is.",
  source: "",
};

/**
 * Answers one question from the matrix. Days are judged by `asked.on`, deadlines run from `at`. Null for an item that
 * the organisation does not have.
 * @example answerFrom(matrix, { itemCode: "window", cause: "burglary", … }, now)?.answer.payer // "tenant"
 */
export function answerFrom(
  matrix: Matrix,
  asked: ResponsibilityQuestion,
  at: Date,
  givenPriority?: Priority,
): ResponsibilityFinding | null {
  const item = matrix.items.find(({ code }) => code === asked.itemCode);
  if (!item) return null;
  const [rule = null, ...beaten] = rankRules(matrix.rules, asked);
  const answer = rule ?? gapAnswer;
  const priority = givenPriority ?? item.usualPriority;
  const { location, administrationId } = asked;
  const work = { executor: answer.executor, location, elementGroup: item.elementGroup, administrationId };
  // What a code lacks, the standard gives; what that lacks is unmeasured.
  const [target] = [answer.slaCode, "standard"].flatMap(
    (code) => targetOf(matrix.targets, code, priority, asked.on) ?? [],
  );
  const { respondBy, resolveBy } = target ? deadlines(at, target) : { respondBy: null, resolveBy: null };
  const teamId = answer.teamId ?? teamFor(matrix.teams, work)?.id ?? null;
  return { asked, item, rule, beaten, answer, teamId, priority, respondBy, resolveBy };
}

const targetOf = (targets: readonly DatedTarget[], code: string, priority: Priority, on: Day) =>
  targets.find(
    (target) =>
      target.code === code &&
      target.priority === priority &&
      target.validFrom <= on &&
      (target.validTo === null || on < target.validTo),
  );
