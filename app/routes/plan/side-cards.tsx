import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { plans as area } from "#app/i18n/plans.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Plan } from "#db/queries/plan/get-plan.ts";
import { decisionsFrom } from "#domain/plan/plan-state.ts";

type Props = { plan: Pick<Plan, "version" | "state" | "approvedBy" | "name"> };

/** The next decisions about a plan, each with what follows from it; a planner is told who takes them. */
export function DecideCard({ plan, mayDecide }: Props & { mayDecide: boolean }) {
  const words = useWords(area).page;
  const decisions = decisionsFrom(plan.state);
  if (decisions.length === 0 && !plan.approvedBy) return null;
  return (
    <Card title={words.decide}>
      <div className="flex flex-col gap-3">
        {plan.approvedBy && <p>{words.approvedBy(plan.approvedBy)}</p>}
        {!mayDecide && decisions.length > 0 && <p className="text-ink-soft">{words.plannerNote}</p>}
        {mayDecide &&
          decisions.map((decision) => (
            <Form key={decision} method="post" className="flex flex-col items-start gap-1.5">
              <input type="hidden" name="version" value={plan.version} />
              <p className="text-sm text-ink-soft">{words.decideNotes[decision]}</p>
              <Button
                {...{ type: "submit", name: "intent", value: decision }}
                look={decision === "withdraw" ? "danger" : "secondary"}
              >
                {words.decisions[decision]}
              </Button>
            </Form>
          ))}
      </div>
    </Card>
  );
}

/** A scenario of one's own from this plan. */
export function CopyCard({ plan, errors }: Props & { errors: readonly string[] | null }) {
  const words = useWords(area).page;
  return (
    <Card title={words.copy}>
      <Form method="post" className="flex flex-col items-start gap-3">
        <input type="hidden" name="version" value={plan.version} />
        <TextField
          {...{
            name: "name",
            label: words.copyName,
            hint: words.copyHint,
            maxLength: 120,
            required: true,
            errors,
          }}
          className="w-full"
        />
        <Button type="submit" name="intent" value="copy">
          {words.copyDo}
        </Button>
      </Form>
    </Card>
  );
}
