import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { plans as area } from "#app/i18n/plans.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Plan } from "#db/queries/plan/get-plan.ts";
import { namedEarmarks } from "#domain/plan/earmark.ts";

const inMillions = (ore: number | undefined): string =>
  ore === undefined ? "" : String(Math.round(ore / 100) / 1_000_000).replace(".", ",");

type Props = {
  plan: Pick<Plan, "version" | "years">;
  administrations: readonly { code: string; name: string }[];
  typed: Record<string, string[]> | null;
  isWrong: boolean;
};

/** What each year has, and what of it is set aside: changed here in a draft. */
export function MoneyCard({ plan, administrations, typed, isWrong }: Props) {
  const words = useWords(area);
  const say = words.page;
  const purses = [
    ...namedEarmarks.map((code) => ({ code, label: say.earmark(say.earmarks[code] ?? code) })),
    ...administrations.map(({ code, name }) => ({ code, label: say.earmark(name) })),
  ];
  const own = plan.years[0]?.earmarksOre ?? {};
  return (
    <Card>
      <details open={isWrong}>
        <summary className="min-h-6 font-semibold">{say.money}</summary>
        <Form method="post" className="mt-3 flex flex-col gap-4">
          <p className="text-sm text-ink-soft">{say.moneyNote}</p>
          <input type="hidden" name="version" value={plan.version} />
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
            {plan.years.map(({ year, budgetOre }, at) => (
              <TextField
                key={year}
                {...{ name: "budget", label: String(year), inputMode: "decimal", required: true }}
                defaultValue={typed?.budget?.[at] ?? inMillions(budgetOre)}
              />
            ))}
          </div>
          <div className="grid items-end gap-3 sm:grid-cols-2">
            {purses.map(({ code, label }) => (
              <TextField
                key={code}
                {...{ name: `earmark:${code}`, label, inputMode: "decimal" }}
                defaultValue={typed?.[`earmark:${code}`]?.[0] ?? inMillions(own[code])}
              />
            ))}
          </div>
          <div>
            <Button type="submit" name="intent" value="money" look="primary">
              {say.save}
            </Button>
          </div>
        </Form>
      </details>
    </Card>
  );
}
