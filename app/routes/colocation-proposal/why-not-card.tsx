import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { proposal as area } from "#app/i18n/proposal.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CaseInputs } from "#domain/colocation/case-inputs.ts";
import type { Blocker } from "#domain/colocation/optimise/placing-rules.ts";
import type { ProposalAnswer } from "./answer-form.server.ts";

interface Props {
  inputs: CaseInputs;
  answer: ProposalAnswer | undefined;
  bestOre: number | null;
}

/** "Why not?" of any unit and premises: what stops it, or what it costs. */
export function WhyNotCard({ inputs, answer, bestOre }: Props) {
  const words = useWords(area);
  const pair = answer?.kind === "pair" ? answer : null;
  const wrong = answer?.kind === "wrong" && answer.faults.includes("pair") ? [words.faults.pair!] : null;
  if (inputs.units.length === 0 || inputs.premises.length === 0) return null;
  const scenarios = inputs.scenarios.map(({ id, name, isBase }) => ({
    value: id,
    label: isBase ? words.base : name,
  }));
  return (
    <Card title={words.why.title}>
      <div className="flex flex-col gap-4">
        <p className="text-sm text-ink-soft">{words.why.lead}</p>
        <Form method="post" className="flex flex-wrap items-end gap-4" preventScrollReset>
          <SelectField name="scenarioId" label={words.from} options={scenarios} />
          <SelectField
            {...{ name: "unit", label: words.why.unit, errors: wrong, defaultValue: pair?.unitId }}
            options={inputs.units.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            {...{ name: "premises", label: words.why.premises, defaultValue: pair?.premisesId }}
            options={inputs.premises.map(({ id, name, address }) => ({
              value: id,
              label: `${name}, ${address}`,
            }))}
          />
          <Button type="submit" name="intent" value="whyNot">
            {words.why.ask}
          </Button>
        </Form>
        {pair && <PairAnswer inputs={inputs} pair={pair} bestOre={bestOre} />}
      </div>
    </Card>
  );
}

type Pair = Extract<ProposalAnswer, { kind: "pair" }>;

function PairAnswer({ inputs, pair, bestOre }: { inputs: CaseInputs; pair: Pair; bestOre: number | null }) {
  const words = useWords(area);
  const format = useFormats();
  const unit = inputs.units.find(({ id }) => id === pair.unitId)?.name ?? "–";
  const premises = inputs.premises.find(({ id }) => id === pair.premisesId)?.name ?? "–";
  if (pair.blockers.length > 0)
    return (
      <Notice status="attention" title={words.why.blocked(unit, premises)}>
        <ul className="list-disc pl-5">
          {pair.blockers.map((blocker) => (
            <li key={JSON.stringify(blocker)}>
              <BlockerWords blocker={blocker} inputs={inputs} />
            </li>
          ))}
        </ul>
      </Notice>
    );
  if (pair.isImpossible) return <Notice status="attention">{words.why.together(unit, premises)}</Notice>;
  if (!pair.price) return <Notice status="neutral">{words.why.unknown}</Notice>;
  const dearer = bestOre === null ? null : pair.price.ore - bestOre;
  return (
    <Notice status="info">
      <p>{words.why.price(unit, premises, format.ore(pair.price.ore, "million"))}</p>
      {dearer !== null && (
        <p>{dearer > 0 ? words.why.against(format.ore(dearer, "million")) : words.why.asGood}</p>
      )}
    </Notice>
  );
}

function BlockerWords({ blocker, inputs }: { blocker: Blocker; inputs: CaseInputs }) {
  const words = useWords(area).blockers;
  const { number } = useFormats();
  if (blocker.kind === "condition") return blocker.words;
  if (blocker.kind === "forbidden") return words.forbidden;
  if (blocker.kind === "pinnedElsewhere")
    return words.pinnedElsewhere(inputs.premises.find(({ id }) => id === blocker.premisesId)?.name ?? "–");
  const [needed, there] = [number(blocker.neededM2, 0), number(blocker.thereM2, 0)];
  return blocker.kind === "tooSmall"
    ? words.tooSmall(needed, there)
    : words.noRoomFor(blocker.roomFunction, needed, there);
}
