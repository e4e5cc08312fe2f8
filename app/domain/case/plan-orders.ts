import { approvalNeeded, type AmountToApprove, type Approver } from "../approval/approval-needed.ts";
import type { Id } from "../id.ts";
import type { Day } from "../day-count.ts";
import { priorityOf } from "../order/priority.ts";
import { deadlines, type Priority } from "../order/sla.ts";
import { resolveResponsibility } from "../responsibility/resolve-responsibility.ts";
import type { Executor, ItemLocation, Payer } from "../responsibility/terms.ts";
import { teamFor } from "../responsibility/usual-team.ts";
import type { CaseFacts } from "./case-facts.ts";
import type { CaseItem } from "./case-form.ts";
import { bearersOf, type Bearer } from "./bearers-of.ts";
import { splitCost, type CostPart } from "./split-cost.ts";

/** An order as it will stand: who acts, who pays, by when and why. Money in øre. */
export interface PlannedOrder {
  item: CaseItem;
  nameDa: string;
  nameEn: string;
  location: ItemLocation;
  executor: Executor;
  payer: Payer;
  payerSharePercent: number;
  otherPayer: Payer | null;
  budgetLine: string;
  clauseDa: string;
  clauseEn: string;
  ruleId: Id | null;
  /** No rule answered: the service desk takes it, the matrix has a gap. */
  isGap: boolean;
  teamId: Id | null;
  priority: Priority;
  respondBy: Date | null;
  resolveBy: Date | null;
  unitPriceOre: number | null;
  priceOre: number | null;
  normMinutes: number;
  /** Who must say yes first, where the amount asks for it; what is dangerous never waits. */
  approver: Approver | null;
  costs: CostPart<Bearer>[];
}

export type PlanRefusal = "unknownItem" | "unknownService" | "withdrawnService" | "priceChanged";

/** Which need could not be planned, and the price that holds where that is why. */
export interface PlanFault {
  refusal: PlanRefusal;
  index: number;
  priceOre: number | null;
}

type Planned = { ok: true; orders: PlannedOrder[] } | ({ ok: false } & PlanFault);

const desk: Answer = {
  executor: "serviceDesk",
  payer: "landlord",
  payerSharePercent: 100,
  otherPayer: null,
  budgetLine: "",
  clauseDa: "Servicedesken læser din besked og finder ud af, hvem der skal gøre noget, og hvem der betaler.",
  clauseEn: "The service desk reads your message and finds out who is to act and who pays.",
};

const ordered = {
  clauseDa: "Ydelsen bestilles og betales af enheden.",
  clauseEn: "Ordered and paid for by the unit.",
} as const;

/**
 * What becomes of the needs of a case: one order each, in their order, or the first need that cannot be planned. A need
 * without item and service goes to the service desk, as does one that no rule answers.
 * @example planOrders(facts, [{ itemCode: "window", cause: "burglary", … }], now)
 */
export function planOrders(facts: CaseFacts, items: readonly CaseItem[], now: Date): Planned {
  const orders: PlannedOrder[] = [];
  for (const [index, item] of items.entries()) {
    const planned =
      item.serviceCode === undefined ? planFault(facts, item, now) : planService(facts, item, now);
    if (typeof planned === "string") return { ok: false, refusal: planned, index, priceOre: null };
    if ("priceIs" in planned) return { ok: false, refusal: "priceChanged", index, priceOre: planned.priceIs };
    orders.push(planned);
  }
  return { ok: true, orders };
}

function planFault(facts: CaseFacts, item: CaseItem, now: Date): PlannedOrder | PlanRefusal {
  const fact = facts.items.find(({ code }) => code === item.itemCode) ?? null;
  if (item.itemCode !== undefined && (!fact || isWithdrawn(fact.withdrawnOn, facts.on))) return "unknownItem";
  const location = item.location ?? fact?.usualLocation ?? "inside";
  const { cause } = item;
  const { tenure, on, administrationId, contractIds } = facts;
  const question = { location, cause, tenure, on, administrationId, contractIds };
  const rule = fact && resolveResponsibility(facts.rules, { ...question, itemCode: fact.code });
  const answer = rule ?? { ...desk, teamId: null, slaCode: "standard" };
  const where = { location, elementGroup: fact?.elementGroup ?? null, administrationId };
  const priority = priorityFor(item, fact?.usualPriority ?? 3);
  return {
    ...{ item, location, priority, nameDa: fact?.nameDa ?? "Henvendelse", nameEn: fact?.nameEn ?? "Enquiry" },
    ...answerParts(answer),
    ...{ ruleId: rule?.id ?? null, isGap: fact !== null && !rule },
    teamId: answer.teamId ?? teamFor(facts.teams, { executor: answer.executor, ...where })?.id ?? null,
    ...dueBy(facts, answer.slaCode, priority, now),
    ...{ unitPriceOre: null, priceOre: null, normMinutes: fact?.normMinutes ?? 0, approver: null, costs: [] },
  };
}

function planService(
  facts: CaseFacts,
  item: CaseItem,
  now: Date,
): PlannedOrder | PlanRefusal | { priceIs: number } {
  const fact = facts.services.find(({ code }) => code === item.serviceCode);
  if (!fact) return "unknownService";
  if (isWithdrawn(fact.withdrawnOn, facts.on) || fact.unitPriceOre === null) return "withdrawnService";
  const { unitPriceOre } = fact;
  if (item.expectedUnitPriceOre !== undefined && item.expectedUnitPriceOre !== unitPriceOre)
    return { priceIs: unitPriceOre };
  const priceOre = Math.round(unitPriceOre * item.quantity);
  const team = facts.teams.find(({ id }) => id === fact.teamId);
  const priority = priorityFor(item, fact.priority);
  const answer: Answer = {
    executor: team?.kind === "landlord" ? "landlord" : "administration",
    payer: "tenant",
    payerSharePercent: 100,
    otherPayer: null,
    budgetLine: "Enheden: bestilte ydelser",
    ...ordered,
  };
  return {
    ...{ item, location: item.location ?? "inside", priority, nameDa: fact.nameDa, nameEn: fact.nameEn },
    ...answerParts(answer),
    ...{ ruleId: null, isGap: false, teamId: team?.id ?? serviceDesk(facts)?.id ?? null },
    ...dueBy(facts, fact.slaCode, priority, now),
    ...{ unitPriceOre, priceOre, normMinutes: fact.normMinutes * item.quantity },
    approver: approverOf(facts, { ...fact, amountOre: priceOre, payer: answer.payer, priority }),
    costs: costsOf(facts, answer, priceOre),
  };
}

/** Who must say yes first; nobody waits for oneself. */
function approverOf({ senderApproves = [] }: CaseFacts, amount: AmountToApprove): Approver | null {
  const asked = approvalNeeded(amount);
  const isSentByApprover = asked !== null && senderApproves.includes(asked);
  return approvalNeeded({ ...amount, isSentByApprover });
}

type Answer = Pick<
  PlannedOrder,
  "executor" | "payer" | "payerSharePercent" | "otherPayer" | "budgetLine" | "clauseDa" | "clauseEn"
>;

const answerParts = ({
  executor,
  payer,
  payerSharePercent,
  otherPayer,
  budgetLine,
  clauseDa,
  clauseEn,
}: Answer) => ({
  ...{ executor, payer, payerSharePercent, otherPayer, budgetLine, clauseDa, clauseEn },
});

function costsOf(facts: CaseFacts, answer: Answer, priceOre: number): CostPart<Bearer>[] {
  const { basis, bearers } = bearersOf(answer, facts);
  return splitCost(basis, bearers, priceOre);
}

const serviceDesk = ({ teams }: CaseFacts) => teams.find(({ kind }) => kind === "serviceDesk");

const isWithdrawn = (withdrawnOn: Day | null, on: Day): boolean => withdrawnOn !== null && withdrawnOn <= on;

const priorityFor = ({ impact, urgency }: CaseItem, usual: Priority): Priority =>
  impact ? priorityOf(impact, urgency ?? "soon") : usual;

/** The deadlines of a priority under a code; what a code lacks the standard gives; what that lacks is unmeasured. */
function dueBy(facts: CaseFacts, slaCode: string, priority: Priority, now: Date) {
  const of = (code: string) => facts.targets.find((one) => one.code === code && one.priority === priority);
  const target = of(slaCode) ?? of("standard");
  return target ? deadlines(now, target) : { respondBy: null, resolveBy: null };
}
