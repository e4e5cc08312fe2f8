import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { rent } from "#app/i18n/rent.ts";
import { sharedCosts as area } from "#app/i18n/shared-costs.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { allocationKeys } from "#domain/rent/allocate-charge.ts";
import { ownPart, sharedLines, type PossibleSharer, type SharedCostFault } from "#domain/rent/shared-cost.ts";

interface Props {
  typed: Record<string, string>;
  faults: readonly SharedCostFault[];
  sharers: readonly PossibleSharer[] | null;
}

/** What is shared, by which key; sent by GET, so that the split is seen, and changed, before anything is kept. */
export function CostFields({ typed, faults, sharers }: Props) {
  const { entry, keys, faults: said, source, sourceHint } = useWords(area);
  const { lines } = useWords(rent);
  const field = (name: SharedCostFault, label: string) => ({
    ...{ id: name, name, label, defaultValue: typed[name] ?? "" },
    errors: faults.includes(name) ? [said[name]] : undefined,
  });
  const key = typed.key === "share" || typed.key === "persons" ? typed.key : null;
  return (
    <Card>
      <Form method="get" className="flex flex-col gap-4">
        <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <TextField {...field("name", entry.name)} hint={entry.nameHint} maxLength={120} />
          <SelectField
            {...field("line", entry.line)}
            options={sharedLines.map((line) => ({ value: line, label: lines[line] ?? line }))}
          />
          <SelectField
            {...field("key", entry.key)}
            options={allocationKeys.map((one) => ({ value: one, label: keys[one] }))}
          />
          <TextField {...field("from", entry.from)} type="date" />
          <TextField {...field("last", entry.last)} type="date" />
          <TextField
            {...field("amount", entry.amount)}
            hint={entry.amountHint}
            inputMode="decimal"
            unit="kr."
          />
          <TextField {...field("source", source)} hint={sourceHint} maxLength={200} />
        </div>
        {key && sharers && <Weights {...{ allocation: key, sharers, typed }} />}
        <Button type="submit" look="primary" className="self-start">
          {entry.look}
        </Button>
      </Form>
    </Card>
  );
}

function Weights({
  allocation,
  sharers,
  typed,
}: {
  allocation: "share" | "persons";
  sharers: readonly PossibleSharer[];
  typed: Record<string, string>;
}) {
  const { entry } = useWords(area);
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-semibold">{entry.weightsTitle}</legend>
      <p className="text-sm text-ink-soft">{entry.weightsHint[allocation]}</p>
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {sharers.map(({ id, number, party }) => (
          <TextField
            key={id}
            label={entry.weightOf(id === ownPart ? "" : (number ?? ""))}
            hint={party || undefined}
            name={`weight.${id}`}
            defaultValue={typed[`weight.${id}`] ?? ""}
            inputMode="decimal"
            unit={allocation === "share" ? "%" : undefined}
            isOptional
          />
        ))}
      </div>
    </fieldset>
  );
}
