import { useNavigation } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Checkbox } from "#app/components/checkbox.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { plans as area } from "#app/i18n/plans.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { backlogKinds } from "#domain/backlog/backlog-line.ts";

/** What was typed, as it was typed. */
export interface TypedPlan {
  name: string;
  purpose: string;
  firstYear: string;
  yearCount: string;
  budget: string;
  method: string;
  kinds: string[];
}

type Props = { typed: TypedPlan | null; nextYear: number; faults: readonly string[] };

/** The fields of a new plan: a name, years, money, and what is in it. */
export function PlanFields({ typed, nextYear, faults }: Props) {
  const words = useWords(area);
  const say = words.form;
  const isBusy = useNavigation().state !== "idle";
  const at = (field: string) => (faults.includes(field) ? [words.faults[field] ?? field] : null);
  return (
    <Card className="max-w-3xl">
      <Form method="post" className="flex flex-col gap-4">
        <TextField
          {...{ name: "name", label: say.name, required: true, maxLength: 120, errors: at("name") }}
          defaultValue={typed?.name}
        />
        <TextArea
          {...{ name: "purpose", label: say.purpose, isOptional: true, maxLength: 2000, rows: 2 }}
          defaultValue={typed?.purpose}
          errors={at("purpose")}
        />
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <TextField
            {...{ name: "firstYear", label: say.firstYear, inputMode: "numeric", required: true }}
            defaultValue={typed?.firstYear ?? nextYear}
            errors={at("firstYear")}
          />
          <TextField
            {...{ name: "yearCount", label: say.yearCount, hint: say.yearCountHint, inputMode: "numeric" }}
            required
            defaultValue={typed?.yearCount ?? 10}
            errors={at("years")}
          />
          <TextField
            {...{ name: "budget", label: say.budget, hint: say.budgetHint, inputMode: "decimal" }}
            required
            unit={say.millions}
            defaultValue={typed?.budget}
            errors={at("budget")}
          />
        </div>
        <KindFields kinds={typed?.kinds ?? ["exterior", "interior"]} />
        <SelectField
          {...{ name: "method", label: say.method, defaultValue: typed?.method || "package" }}
          options={(["package", "priced"] as const).map((value) => ({ value, label: say.methods[value] }))}
        />
        <div>
          <Button type="submit" look="primary" disabled={isBusy}>
            {say.submit}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function KindFields({ kinds }: { kinds: readonly string[] }) {
  const words = useWords(area);
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="pb-1 text-sm font-semibold">{words.form.kinds}</legend>
      {backlogKinds.map((kind) => (
        <Checkbox
          key={kind}
          {...{ name: "kinds", value: kind, label: words.kinds[kind] }}
          defaultChecked={kinds.includes(kind)}
        />
      ))}
    </fieldset>
  );
}
