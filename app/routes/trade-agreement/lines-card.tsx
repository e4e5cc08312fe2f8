import { Button, buttonClass } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { trade as area } from "#app/i18n/trade.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { AgreementLine } from "#db/queries/trade/list-deliveries.ts";
import { monthName } from "../trade/month-name.ts";
import type { Refused } from "./refused.ts";

type Props = { lines: readonly AgreementLine[]; mayCorrect: boolean; answer: Refused | undefined };

/** What the agreement came to, month by month, and the way to put a month right. */
export function LinesCard({ lines, mayCorrect, answer }: Props) {
  const words = useWords(area).agreement;
  const format = useFormats();
  const locale = useLocale();
  return (
    <Card title={words.lines} isFlush>
      <DataTable
        caption={words.lines}
        phone="cards"
        rows={lines}
        rowKey={({ month, kind }) => `${month} ${kind}`}
        empty={<p className="text-ink-soft">{words.noLines}</p>}
        columns={[
          { key: "month", header: words.month, cell: (row) => monthName(row.month, locale) },
          {
            key: "kind",
            header: words.lines,
            cell: (row) => (row.reasons ? `${words.kind[row.kind]}: ${row.reasons}` : words.kind[row.kind]),
          },
          {
            key: "quantity",
            header: words.quantity,
            isNumeric: true,
            cell: (row) => (row.kind === "service" ? format.number(row.quantity) : "–"),
          },
          {
            key: "amount",
            header: words.amount,
            isNumeric: true,
            cell: (row) => format.ore(row.amountOre, "ore"),
          },
        ]}
      />
      {mayCorrect && lines.length > 0 && <CorrectForm lines={lines} answer={answer} />}
    </Card>
  );
}

function CorrectForm({ lines, answer }: Pick<Props, "lines" | "answer">) {
  const words = useWords(area);
  const say = words.agreement;
  const locale = useLocale();
  const mine = answer?.intent === "correct" ? answer : null;
  const at = (field: string) => (mine?.faults.includes(field) ? [words.fieldFaults[field] ?? field] : null);
  const months = [...new Set(lines.map(({ month }) => month))];
  return (
    <details open={mine !== null} className="border-t border-line p-4">
      <summary className={buttonClass("secondary")}>{say.correct}</summary>
      <Form method="post" className="mt-3 flex flex-col gap-3">
        <p className="text-sm text-ink-soft">{say.correctNote}</p>
        <SelectField
          {...{ name: "wrongMonth", label: say.wrongMonth, errors: at("wrongMonth") }}
          options={months.map((month) => ({ value: month, label: monthName(month, locale) }))}
          defaultValue={mine?.typed.wrongMonth}
        />
        <TextField
          {...{ name: "amount", label: say.correctionAmount, required: true, errors: at("amount") }}
          defaultValue={mine?.typed.amount}
        />
        <TextField
          {...{ name: "reason", label: say.reason, required: true, maxLength: 500, errors: at("reason") }}
          defaultValue={mine?.typed.reason}
        />
        <div>
          <Button type="submit" name="intent" value="correct">
            {say.addCorrection}
          </Button>
        </div>
      </Form>
    </details>
  );
}
