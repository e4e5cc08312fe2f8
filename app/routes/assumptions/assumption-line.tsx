import { Button } from "#app/components/button.tsx";
import { Form } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { assumptions as area } from "#app/i18n/assumptions.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { AssumptionRow } from "#db/queries/condition/list-assumptions.ts";
import { isAssumptionUnit, shownValue } from "#domain/condition/assumption-value.ts";
import type { Day } from "#domain/day-count.ts";
import type { AssumptionAnswer, AssumptionFault } from "./change-assumption.server.ts";

type Props = {
  row: AssumptionRow;
  name: string;
  today: Day;
  mayChange: boolean;
  answer: AssumptionAnswer | null;
};

/** A value of a unit as it is shown. */
function useShown(unit: string): (value: number) => string {
  const { units } = useWords(area);
  const format = useFormats();
  return (value) =>
    `${format.number(isAssumptionUnit(unit) ? shownValue(value, unit) : value, 4)} ${units[unit] ?? unit}`;
}

/** One value with its source, owner and day, what is to follow it, what it was before, and the form to change it. */
export function AssumptionLine({ row, name, today, mayChange, answer }: Props) {
  const words = useWords(area);
  const format = useFormats();
  const shown = useShown(row.unit);
  const current = row.periods.find(({ validFrom }) => validFrom <= today) ?? row.periods.at(-1)!;
  const coming = row.periods.filter(({ validFrom }) => validFrom > current.validFrom);
  const earlier = row.periods.filter(({ validFrom }) => validFrom < current.validFrom);
  return (
    <li className="grid gap-x-4 gap-y-0.5 border-b border-line py-2 last:border-b-0 md:grid-cols-[4fr_2fr_5fr]">
      <span className="font-medium">{name}</span>
      <span className="figures md:text-right">
        {shown(current.value)}
        {coming.map((period) => (
          <span key={period.validFrom} className="block text-sm text-ink-soft">
            {words.coming(shown(period.value), format.day(period.validFrom))}
          </span>
        ))}
      </span>
      <span className="text-sm text-ink-soft">
        {current.source} · {current.owner} · {words.columns.from.toLowerCase()}{" "}
        {format.day(current.validFrom)}
        {earlier.length > 0 && (
          <details>
            <summary className="text-link inline-flex min-h-6 items-center">
              {words.history(earlier.length)}
            </summary>
            <ul className="figures">
              {earlier.map(({ value, validFrom, validTo, source }) => (
                <li key={validFrom}>
                  {words.period(shown(value), format.day(validFrom), format.day(validTo), source)}
                </li>
              ))}
            </ul>
          </details>
        )}
        {mayChange && (
          <details open={answer !== null} className="screen-only">
            <summary className="text-link inline-flex min-h-6 items-center" aria-label={words.changeOf(name)}>
              {words.change}
            </summary>
            <ChangeForm {...{ row, today, answer, owner: current.owner }} />
          </details>
        )}
      </span>
    </li>
  );
}

type FormProps = Pick<Props, "row" | "today" | "answer"> & { owner: string };

function ChangeForm({ row, today, answer, owner }: FormProps) {
  const words = useWords(area);
  const wrong = (field: AssumptionFault) => (answer?.faults.includes(field) ? [words.faults[field]] : null);
  const field = (name: AssumptionFault, rest: Partial<Parameters<typeof TextField>[0]> = {}) => (
    <TextField
      {...{ name, label: words.form[name], errors: wrong(name), required: true }}
      {...{ defaultValue: answer?.typed[name] ?? "", ...rest }}
    />
  );
  return (
    <Form method="post" className="my-2 flex max-w-md flex-col gap-3 text-ink" preventScrollReset>
      <input type="hidden" name="key" value={row.key} />
      {answer?.refusal && <Notice status="bad">{words.refusals[answer.refusal]}</Notice>}
      {field("value", { inputMode: "decimal", unit: words.units[row.unit] ?? row.unit })}
      {field("from", {
        ...{ type: "date", min: today, hint: words.form.fromHint },
        defaultValue: answer?.typed.from ?? today,
      })}
      {field("source", { maxLength: 200 })}
      {field("owner", { maxLength: 120, defaultValue: answer?.typed.owner ?? owner })}
      <Button type="submit" className="self-start">
        {words.form.save}
      </Button>
    </Form>
  );
}
