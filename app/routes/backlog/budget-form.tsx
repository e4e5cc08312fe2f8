import { Button } from "#app/components/button.tsx";
import { Form } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { waiting as area } from "#app/i18n/waiting.ts";
import { useWords } from "#app/i18n/use-words.tsx";

type Props = { to: string; query: string; budgetOre: number | null };

/** Any yearly budget, to see what it does; the rest of the address goes along. */
export function BudgetForm({ to, query, budgetOre }: Props) {
  const words = useWords(area);
  return (
    <Form method="get" action={to} className="screen-only flex flex-wrap items-end gap-3" preventScrollReset>
      {[...new URLSearchParams(query)].map(([key, value], index) => (
        <input key={index} type="hidden" name={key} value={value} />
      ))}
      <TextField
        {...{ label: words.budget, name: "budget", inputMode: "decimal", unit: words.millions }}
        defaultValue={budgetOre === null ? "" : String(budgetOre / 100_000_000)}
      />
      <Button type="submit">{words.try}</Button>
    </Form>
  );
}
