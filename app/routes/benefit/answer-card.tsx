import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { benefits as area } from "#app/i18n/benefits.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { BenefitRow } from "#db/queries/benefit/list-benefits.ts";

type AnswerProps = {
  line: BenefitRow;
  year: number;
  faults: readonly string[];
  typed: Record<string, string> | null;
};

/** What came of the line: what the units saved, and what was only taken from a budget, apart. */
export function AnswerCard({ line, year, faults, typed }: AnswerProps) {
  const words = useWords(area);
  const say = words.page;
  const open = line.years.findLast(({ askedAt, answeredAt }) => askedAt && !answeredAt);
  const field = (name: string, fallback = "") => ({
    ...{ id: name, name, defaultValue: typed?.[name] ?? fallback },
    errors: faults.includes(name) ? [words.faults[name] ?? name] : null,
  });
  return (
    <Card title={say.form}>
      <p className="-mt-2 mb-3 text-sm text-ink-soft">{say.formNote}</p>
      <form method="post" encType="multipart/form-data" noValidate className="flex flex-col gap-3">
        <TextField {...field("year", String(open?.year ?? year))} label={say.year} inputMode="numeric" />
        <TextField {...field("realisedOre")} label={say.realised} unit="kr." inputMode="decimal" />
        <TextField {...field("budgetCutOre", "0")} label={say.budgetCut} unit="kr." inputMode="decimal" />
        <SelectField
          {...field("isBudgetReduced")}
          label={say.reduced}
          options={[
            { value: "no", label: say.no },
            { value: "yes", label: say.yes },
          ]}
        />
        <TextArea {...field("words")} label={say.words} isOptional maxLength={2000} />
        <Button type="submit" name="intent" value="answer" look="primary" className="self-start">
          {say.submit}
        </Button>
      </form>
    </Card>
  );
}
