import { Field } from "../field.tsx";
import { SelectField } from "../select-field.tsx";
import { TextField } from "../text-field.tsx";
import { responsibility } from "../../i18n/responsibility.ts";
import { useWords } from "../../i18n/use-words.tsx";
import type { RuleChoices } from "#db/queries/responsibility/list-rule-choices.ts";
import { executors, payers } from "#domain/responsibility/terms.ts";

/** What a form about a rule says, field by field, as text. */
export type RuleTyped = Readonly<Record<string, string>>;

type AnswerFieldsProps = {
  typed: RuleTyped;
  faults: readonly string[];
  choices: Pick<RuleChoices, "teams" | "slaCodes">;
  today: string;
};

/** What a rule answers and from which day. */
export function AnswerFields({ typed, faults, choices, today }: AnswerFieldsProps) {
  const words = useWords(responsibility);
  const { rule } = words;
  const field = (name: string) => ({
    ...{ id: name, name, defaultValue: typed[name] ?? "" },
    errors: faults.includes(name) ? [words.faults[name] ?? words.otherFault] : null,
  });
  return (
    <>
      <TextField label={rule.from} hint={rule.fromHint} type="date" min={today} required {...field("from")} />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <SelectField
          label={rule.executor}
          {...field("executor")}
          options={executors.map((value) => ({ value, label: words.executors[value] }))}
        />
        <SelectField
          label={rule.team}
          none={rule.usualTeam}
          {...field("teamId")}
          options={choices.teams.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          label={rule.payer}
          {...field("payer")}
          options={payers.map((value) => ({ value, label: words.payers[value] }))}
        />
        <TextField
          {...{ label: rule.share, unit: "%", type: "number", min: "0.01", max: "100", step: "0.01" }}
          {...field("payerSharePercent")}
        />
        <SelectField
          label={rule.otherPayer}
          none={rule.noOtherPayer}
          {...field("otherPayer")}
          options={payers.map((value) => ({ value, label: words.payers[value] }))}
        />
        <TextField label={rule.budgetLine} maxLength={120} {...field("budgetLine")} />
        <SelectField
          label={rule.sla}
          {...field("slaCode")}
          options={choices.slaCodes.map((value) => ({ value, label: value }))}
        />
      </div>
      <Words label={rule.clauseDa} hint={rule.clauseHint} lang="da" {...field("clauseDa")} />
      <Words label={rule.clauseEn} lang="en" {...field("clauseEn")} />
      <TextField label={rule.source} hint={rule.sourceHint} maxLength={200} {...field("source")} />
    </>
  );
}

type WordsProps = {
  label: string;
  hint?: string;
  id: string;
  name: string;
  lang: string;
  defaultValue: string;
  errors: string[] | null;
};

/** A sentence or two. */
function Words({ label, hint, id, errors, ...input }: WordsProps) {
  return (
    <Field {...{ label, hint, id, errors }}>
      {(control) => <textarea {...control} {...input} rows={3} maxLength={600} className="control" />}
    </Field>
  );
}
