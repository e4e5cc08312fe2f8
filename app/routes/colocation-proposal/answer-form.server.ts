import type { AppLoadContext } from "@remix-run/node";
import { cancelProposal, startProposal } from "#db/commands/colocation/run-proposal.ts";
import type { Actor } from "#domain/actor.ts";
import type { CaseInputs } from "#domain/colocation/case-inputs.ts";
import { blockersOf, type Blocker } from "#domain/colocation/optimise/placing-rules.ts";
import { ProposalForm } from "#domain/colocation/optimise/proposal-form.ts";

interface Asked {
  context: Pick<AppLoadContext, "db" | "placing">;
  actor: Actor;
  inputs: CaseInputs;
  fields: FormData;
}

export type ProposalAnswer =
  | { kind: "started" }
  | { kind: "wrong"; faults: string[] }
  | {
      kind: "pair";
      unitId: string;
      premisesId: string;
      blockers: Blocker[];
      /** What the best plan with this pair costs, and can cost at least; null where there is none or none was found. */
      price: { ore: number; boundOre: number } | null;
      isImpossible: boolean;
    };

/** Does what one of the forms on the proposal's page asks for. */
export function answerProposalForm(asked: Asked): Promise<ProposalAnswer> {
  const intent = asked.fields.get("intent");
  if (intent === "cancel") return cancel(asked);
  return intent === "whyNot" ? whyNot(asked) : search(asked);
}

async function cancel({ context, actor, inputs }: Asked): Promise<ProposalAnswer> {
  await cancelProposal(context.db, actor, inputs.case.id, new Date());
  return { kind: "started" };
}

async function search({ context, actor, inputs, fields }: Asked): Promise<ProposalAnswer> {
  const form = ProposalForm.safeParse(Object.fromEntries(fields));
  if (!form.success) return { kind: "wrong", faults: form.error.issues.map(({ message }) => message) };
  const { seconds, scenarioId, ...limits } = form.data;
  const scenario = inputs.scenarios.find(({ id }) => id === scenarioId);
  if (!scenario) return { kind: "wrong", faults: ["scenarioId"] };
  if (inputs.units.length === 0 || inputs.premises.length === 0) return { kind: "wrong", faults: ["empty"] };
  const asked = { caseId: inputs.case.id, scenarioId, secondsAtMost: seconds, ...limits };
  const started = await startProposal(context.db, actor, asked, new Date());
  if (!started.ok) return { kind: "wrong", faults: [started.refusal] };
  const question = { inputs, scenario, limits };
  context.placing.search({ runId: started.value, question, secondsAtMost: seconds });
  return { kind: "started" };
}

/** Why a unit is not in premises: what keeps it out by itself, or what the best plan would cost with it there. */
async function whyNot({ context, inputs, fields }: Asked): Promise<ProposalAnswer> {
  const unit = inputs.units.find(({ id }) => id === fields.get("unit"));
  const premises = inputs.premises.find(({ id }) => id === fields.get("premises"));
  const scenario = inputs.scenarios.find(({ id }) => id === fields.get("scenarioId"));
  if (!unit || !premises || !scenario) return { kind: "wrong", faults: ["pair"] };
  const pair = { unitId: unit.id, premisesId: premises.id };
  const blockers = blockersOf(inputs, scenario, unit, premises);
  const none = { kind: "pair", ...pair, blockers, price: null, isImpossible: false } as const;
  if (blockers.length > 0) return none;
  const question = { inputs, scenario, limits: { budgetOre: null, paybackYears: null } };
  const found = await context.placing.tryPair(question, pair);
  if (found.kind !== "placed") return { ...none, isImpossible: found.kind === "impossible" };
  return { ...none, price: { ore: found.ore, boundOre: found.boundOre } };
}
