import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { charges as area } from "#app/i18n/charges.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { RunLine } from "#db/queries/charge/get-run-charge.ts";
import { useLineName } from "./lines-card.tsx";

type Answer = { by: string; faults: string[]; typed: Record<string, string> };
type Props = { lines: RunLine[]; answer: Answer | null };

/** The two ways to put an issued charge right: by the agreement as it stands now, or one line to an amount. */
export function CorrectCard({ lines, answer }: Props) {
  const words = useWords(area);
  const format = useFormats();
  const nameOf = useLineName();
  const of = (by: string) => (answer?.by === by ? answer : null);
  const errors = (by: string, field: string) =>
    of(by)?.faults.includes(field) ? [words.faults[field] ?? field] : null;
  const reason = (by: string) => (
    <TextField
      label={words.reason}
      name="reason"
      className="w-full"
      maxLength={300}
      defaultValue={of(by)?.typed.reason}
      errors={errors(by, "reason")}
    />
  );
  const standing = lines.filter(({ correctedBy, entry }) => !correctedBy && entry !== "reversal");
  return (
    <Card title={words.correct}>
      <p className="pb-3 text-sm text-ink-soft">{words.correctHint}</p>
      <div className="grid gap-6 lg:grid-cols-2">
        <Form method="post" className="flex flex-col items-start gap-3">
          <h3 className="font-semibold">{words.correctTerms}</h3>
          <p className="text-sm text-ink-soft">{words.correctTermsHint}</p>
          {reason("terms")}
          <Button type="submit" name="by" value="terms">
            {words.correctDo}
          </Button>
        </Form>
        {standing.length > 0 && (
          <Form method="post" className="flex flex-col items-start gap-3">
            <h3 className="font-semibold">{words.correctAmount}</h3>
            <SelectField
              label={words.line}
              name="lineId"
              options={standing.map(({ id, key, amountOre }) => ({
                ...{ value: id, label: `${nameOf(key)}: ${format.ore(amountOre, "ore")}` },
              }))}
              defaultValue={of("amount")?.typed.lineId}
              errors={errors("amount", "id")}
            />
            <TextField
              label={words.right}
              name="amount"
              inputMode="decimal"
              defaultValue={of("amount")?.typed.amount}
              errors={errors("amount", "amount")}
            />
            {reason("amount")}
            <Button type="submit" name="by" value="amount">
              {words.correctDo}
            </Button>
          </Form>
        )}
      </div>
    </Card>
  );
}
