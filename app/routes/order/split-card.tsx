import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { split as area } from "#app/i18n/split.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CostBearers } from "#db/queries/work/list-cost-bearers.ts";
import type { OrderDetail } from "#db/queries/work/get-order.ts";

/** What came of the form where it was not taken, with what was typed. */
export interface SplitAnswer {
  split: string;
  typed: Record<string, string>;
}

type SplitProps = CostBearers & { order: OrderDetail; answer: SplitAnswer | null };

/** Shares the price of the order among the landlord and the units of the building. */
export function SplitCard({ order, bearers, recordedHours, answer }: SplitProps) {
  const words = useWords(area);
  const format = useFormats();
  const typed = answer?.typed ?? {};
  return (
    <Card title={words.title}>
      {answer && (
        <p role="alert" className="mb-2 text-bad">
          {words.faults[answer.split] ?? words.faults["form"]}
        </p>
      )}
      <details
        data-fold
        open={answer !== null}
        className="rounded-base border border-line [&[open]]:bg-sunken"
      >
        <summary className="flex min-h-11 items-center px-3 font-semibold text-blue">{words.open} …</summary>
        <form method="post" className="flex flex-col gap-3 p-3 pt-0">
          <input type="hidden" name="intent" value="split" />
          <input type="hidden" name="version" value={order.version} />
          <SelectField
            {...{ label: words.basis, name: "basis", defaultValue: typed["basis"] }}
            options={(["share", "m2", "hours"] as const).map((value) => ({
              value,
              label: words.bases[value],
            }))}
            hint={words.hint(format.number(recordedHours, 2))}
          />
          {order.priceOre === null && (
            <TextField
              {...{ label: words.price, name: "price", inputMode: "decimal", unit: words.kr, required: true }}
              defaultValue={typed["price"]}
            />
          )}
          {bearers.map(({ unitId, name, areaM2 }) => {
            const field = `value:${unitId ?? "landlord"}`;
            return (
              <TextField
                key={field}
                {...{ name: field, inputMode: "decimal", isOptional: true, defaultValue: typed[field] }}
                label={name ?? words.landlord}
                hint={unitId ? format.areaM2(areaM2) : undefined}
              />
            );
          })}
          <Button type="submit" className="self-start max-md:w-full">
            {words.submit}
          </Button>
        </form>
      </details>
    </Card>
  );
}
