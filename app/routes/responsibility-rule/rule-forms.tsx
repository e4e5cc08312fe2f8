import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { AnswerFields } from "#app/components/responsibility/answer-fields.tsx";
import type { RuleAnswer } from "#app/http/rule-typed.ts";
import { TextField } from "#app/components/text-field.tsx";
import { responsibility } from "#app/i18n/responsibility.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { RuleChoices } from "#db/queries/responsibility/list-rule-choices.ts";
import type { RuleRow } from "#db/queries/responsibility/list-rules.ts";

type RuleFormsProps = {
  rule: RuleRow;
  answer: RuleAnswer | undefined;
  choices: RuleChoices;
  today: string;
  tomorrow: string;
};

/** What can be done with a rule as it stands: changed or ended from a day, or taken back before it is in force. */
export function RuleForms(props: RuleFormsProps) {
  const words = useWords(responsibility).rule;
  const { rule, today } = props;
  if (rule.replacedById)
    return (
      <p>
        <Link to={`/responsibility/rules/${rule.replacedById}`} className="text-link">
          {words.toReplacement}
        </Link>
      </p>
    );
  if (rule.validFrom > today || (rule.validTo !== null && rule.validTo > today)) return <Undo {...props} />;
  if (rule.validTo !== null) return null;
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[2fr_1fr]">
      <Change {...props} />
      <End {...props} />
    </div>
  );
}

function Undo({ rule, today }: RuleFormsProps) {
  const words = useWords(responsibility).rule;
  const format = useFormats();
  const isComing = rule.validFrom > today;
  return (
    <Card title={words.undo} className="max-w-3xl">
      <Form method="post" className="flex flex-col items-start gap-3">
        <p>
          {isComing ? words.undoComing(format.day(rule.validFrom)) : words.undoEnd(format.day(rule.validTo))}
        </p>
        <Button type="submit" name="intent" value="undo">
          {words.undoDo}
        </Button>
      </Form>
    </Card>
  );
}

function Change({ rule, answer, choices, today, tomorrow }: RuleFormsProps) {
  const words = useWords(responsibility).rule;
  const { executor, payer, payerSharePercent, otherPayer, teamId, budgetLine, slaCode } = rule;
  const { clauseDa, clauseEn, source } = rule;
  const stands = {
    ...{ from: tomorrow, executor, payer, payerSharePercent: String(payerSharePercent), budgetLine, slaCode },
    ...{ otherPayer: otherPayer ?? "", teamId: teamId ?? "", clauseDa, clauseEn, source },
  };
  const typed = answer?.typed.executor ? answer.typed : stands;
  return (
    <Card title={words.change}>
      <Form method="post" className="flex flex-col gap-4" noValidate>
        <p className="text-ink-soft">{words.changeHint}</p>
        <AnswerFields {...{ typed, choices, today }} faults={answer?.faults ?? []} />
        <Button type="submit" name="intent" value="change" look="primary" className="self-start">
          {words.changeDo}
        </Button>
      </Form>
    </Card>
  );
}

function End({ answer, today, tomorrow }: RuleFormsProps) {
  const words = useWords(responsibility);
  const isWrong = answer?.faults.includes("endFrom");
  return (
    <Card title={words.rule.end}>
      <Form method="post" className="flex flex-col gap-4" noValidate>
        <TextField
          {...{
            label: words.rule.endFrom,
            hint: words.rule.endHint,
            id: "endFrom",
            name: "endFrom",
            type: "date",
          }}
          {...{ min: today, defaultValue: tomorrow, errors: isWrong ? [words.otherFault] : null }}
        />
        <Button type="submit" name="intent" value="end" className="self-start">
          {words.rule.endDo}
        </Button>
      </Form>
    </Card>
  );
}
