import { proposal as area } from "#app/i18n/proposal.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { Proposal } from "#db/queries/colocation/get-proposal.ts";
import type { CaseInputs } from "#domain/colocation/case-inputs.ts";
import type { Rule } from "#domain/colocation/optimise/placing-rules.ts";
import { shareFromBest } from "#domain/colocation/optimise/share-from-best.ts";

/** What came of the last search, in words, with how far from the best possible it can be. */
export function ProposalNews({ proposal, inputs }: { proposal: Proposal; inputs: CaseInputs }) {
  const words = useWords(area);
  const format = useFormats();
  const { state, outcome, seconds, secondsAtMost } = proposal;
  if (state === "running")
    return (
      <div role="status" className="figures flex flex-col gap-1">
        <p>{words.running(format.number(seconds ?? 0, 0), format.number(secondsAtMost))}</p>
        <progress className="w-full" max={secondsAtMost} value={seconds ?? 0} aria-label={words.title} />
      </div>
    );
  return (
    <div role="status" className="figures flex flex-col gap-1">
      {state !== "done" && <p>{words[state]}</p>}
      {outcome === "searched" && <p>{words.searched}</p>}
      {outcome === "unknown" && state !== "failed" && <p>{words.unknown}</p>}
      {proposal.scenario && <p className="font-semibold">{words.found(proposal.scenario)}</p>}
      {proposal.bestOre !== null && proposal.boundOre !== null && <Cost proposal={proposal} />}
      {outcome === "impossible" && <Conflict rules={proposal.conflict} inputs={inputs} />}
    </div>
  );
}

function Cost({ proposal: { bestOre, boundOre } }: { proposal: Proposal }) {
  const words = useWords(area);
  const format = useFormats();
  const share = shareFromBest(bestOre!, boundOre!);
  return (
    <>
      <p>{words.cost(format.ore(bestOre!, "million"))}</p>
      <p>{share === 0 ? words.best : words.within(format.percent(share, 1))}</p>
    </>
  );
}

function Conflict({ rules, inputs }: { rules: readonly Rule[] | null; inputs: CaseInputs }) {
  const words = useWords(area);
  if (rules === null) return <p>{words.impossible + " " + words.conflictUnknown}</p>;
  if (rules.length === 0) return <p>{words.impossible + " " + words.noRoom}</p>;
  return (
    <>
      <p>{words.impossible + " " + words.conflict}</p>
      <ul className="list-disc pl-5">
        {rules.map((rule) => (
          <li key={JSON.stringify(rule)}>{ruleWords(rule, inputs, words)}</li>
        ))}
      </ul>
    </>
  );
}

function ruleWords(rule: Rule, inputs: CaseInputs, words: (typeof area)["da"]): string {
  if (rule.kind === "condition") return rule.words;
  if (rule.kind === "budget" || rule.kind === "payback") return words.rules[rule.kind];
  const unit = inputs.units.find(({ id }) => id === rule.unitId)?.name ?? "–";
  const premises = inputs.premises.find(({ id }) => id === rule.premisesId)?.name ?? "–";
  return words.rules[rule.kind](unit, premises);
}
