import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { recurring } from "#app/i18n/recurring.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { ClosingPeriodRow } from "#db/queries/recurring/list-closing-periods.ts";
import { addDays } from "#domain/day-count.ts";
import type { ClosingAnswer } from "./change-closing.ts";

interface ClosingCardProps {
  closings: ClosingPeriodRow[];
  units: [id: string, name: string][];
  today: string;
  answer: ClosingAnswer | null;
}

/** The days units are closed, and a form for more. */
export function ClosingCard({ closings, units, today, answer }: ClosingCardProps) {
  const words = useWords(recurring).closing;
  const format = useFormats();
  return (
    <Card title={words.title}>
      <p className="pb-3 text-ink-soft">{words.hint}</p>
      {closings.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      <ul className="flex flex-col">
        {closings.map(({ id, name, unitName, validFrom, validTo, mayChange }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-2 border-b border-line py-2 last:border-b-0"
          >
            <span>
              <span className="font-semibold">{name}</span> · {unitName ?? words.all} ·{" "}
              {words.span(format.day(validFrom), format.day(addDays(validTo, -1)))}
            </span>
            {mayChange && (
              <Form method="post">
                <Button type="submit" isCompact name="remove" value={id} aria-label={words.removeOf(name)}>
                  {words.remove}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {units.length > 0 && <ClosingFields units={units} today={today} answer={answer} />}
    </Card>
  );
}

function ClosingFields({ units, today, answer }: Omit<ClosingCardProps, "closings">) {
  const words = useWords(recurring).closing;
  const field = (name: "unitId" | "name" | "from" | "to") => ({
    ...{ id: `closing-${name}`, name, label: name === "unitId" ? words.unit : words[name] },
    defaultValue: answer?.typed[name],
    errors: answer?.faults.includes(name) ? [words.faults[name] ?? name] : null,
  });
  return (
    <Form
      method="post"
      noValidate
      className="grid gap-3 pt-4 sm:grid-cols-2 xl:grid-cols-[2fr_2fr_1fr_1fr_auto] xl:items-end"
    >
      <SelectField {...field("unitId")} options={units.map(([id, name]) => ({ value: id, label: name }))} />
      <TextField {...field("name")} maxLength={120} required />
      <TextField {...field("from")} type="date" min={today} required />
      <TextField {...field("to")} type="date" min={today} required />
      <Button type="submit">{words.save}</Button>
    </Form>
  );
}
