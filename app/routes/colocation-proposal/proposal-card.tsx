import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { proposal as area } from "#app/i18n/proposal.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Proposal } from "#db/queries/colocation/get-proposal.ts";
import type { CaseInputs } from "#domain/colocation/case-inputs.ts";
import type { ProposalAnswer } from "./answer-form.server.ts";
import { ProposalNews } from "./proposal-news.tsx";

const askEveryMs = 2_000;
const usualSeconds = 60;

interface Props {
  inputs: CaseInputs;
  proposal: Proposal | null;
  mayAsk: boolean;
  answer: ProposalAnswer | undefined;
}

/** Looks for a proposal: what came of the last time, how far this one has come, and the form to begin. */
export function ProposalCard({ inputs, proposal, mayAsk, answer }: Props) {
  const words = useWords(area);
  const isRunning = proposal?.state === "running";
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(revalidate, askEveryMs);
    return () => clearInterval(timer);
  }, [isRunning, revalidate]);
  const isEmpty = inputs.units.length === 0 || inputs.premises.length === 0;
  return (
    <Card title={words.title}>
      <div className="flex flex-col gap-4">
        <p className="text-sm text-ink-soft">{words.lead}</p>
        {proposal && <ProposalNews proposal={proposal} inputs={inputs} />}
        {mayAsk && isEmpty && <p>{words.none}</p>}
        {!mayAsk && <p>{words.closed}</p>}
        {mayAsk && !isEmpty && !isRunning && <AskForm inputs={inputs} answer={answer} />}
        {mayAsk && isRunning && (
          <Form method="post" preventScrollReset>
            <Button type="submit" name="intent" value="cancel" look="danger" disabled={proposal.isCancelling}>
              {proposal.isCancelling ? words.cancelling : words.cancel}
            </Button>
          </Form>
        )}
      </div>
    </Card>
  );
}

function AskForm({ inputs, answer }: Pick<Props, "inputs" | "answer">) {
  const words = useWords(area);
  const faults = answer?.kind === "wrong" ? answer.faults : [];
  const errorsOf = (...names: string[]) => {
    const found = names.filter((name) => faults.includes(name)).map((name) => words.faults[name]!);
    return found.length > 0 ? found : null;
  };
  const scenarios = inputs.scenarios.map(({ id, name, isBase }) => ({
    value: id,
    label: isBase ? words.base : name,
  }));
  return (
    <Form method="post" className="flex flex-wrap items-start gap-4" preventScrollReset>
      <SelectField
        {...{ name: "scenarioId", label: words.from, hint: words.fromHint, options: scenarios }}
        errors={errorsOf("scenarioId", "empty", "notFound", "notDraft", "isRunning")}
      />
      <TextField
        {...{
          name: "budgetOre",
          label: words.budget,
          unit: words.millions,
          hint: words.noLimit,
          inputMode: "decimal",
        }}
        errors={errorsOf("budgetOre")}
      />
      <TextField
        {...{
          name: "paybackYears",
          label: words.payback,
          unit: words.years,
          hint: words.noLimit,
          inputMode: "numeric",
        }}
        errors={errorsOf("paybackYears")}
      />
      <TextField
        {...{
          name: "seconds",
          label: words.seconds,
          unit: words.secondsUnit,
          hint: words.secondsHint,
          type: "number",
          min: 5,
          max: 600,
        }}
        errors={errorsOf("seconds")}
        defaultValue={usualSeconds}
      />
      <Button type="submit" name="intent" value="search" className="self-end">
        {words.start}
      </Button>
    </Form>
  );
}
