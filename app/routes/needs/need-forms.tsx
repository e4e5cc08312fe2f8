import { Button } from "#app/components/button.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { needs as area } from "#app/i18n/needs.ts";
import { use } from "#app/i18n/use.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { planKinds } from "#domain/colocation/needs/plan-kind.ts";

type Named = { id: string; code: string; name: string };
type Props = { planners: readonly Named[]; districts: readonly Named[]; typed: Record<string, string> };

const named = (list: readonly Named[]) => list.map(({ id, name }) => ({ value: id, label: name }));
const grid = "grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4";

/** A new need: for whom, what, how large, where, from when, for how long. */
export function NeedFields({ planners, districts, typed }: Props) {
  const words = useWords(area);
  const say = words.form;
  const kinds = Object.entries(useWords(use).peers.kinds).map(([value, label]) => ({ value, label }));
  return (
    <Form method="post" className={grid}>
      <input type="hidden" name="form" value="need" />
      <SelectField
        {...{ name: "administrationId", label: say.administration, options: named(planners) }}
        defaultValue={typed["administrationId"]}
      />
      <TextField name="name" label={say.name} maxLength={160} required defaultValue={typed["name"]} />
      <SelectField
        {...{ name: "unitKind", label: say.unitKind, options: kinds }}
        defaultValue={typed["unitKind"]}
      />
      <SelectField
        {...{ name: "districtId", label: say.district, none: words.anywhere, options: named(districts) }}
        defaultValue={typed["districtId"]}
      />
      <TextField
        name="areaM2"
        label={say.areaM2}
        inputMode="decimal"
        required
        defaultValue={typed["areaM2"]}
      />
      <TextField
        name="neededFrom"
        label={say.neededFrom}
        type="date"
        required
        defaultValue={typed["neededFrom"]}
      />
      <TextField
        name="years"
        label={say.years}
        inputMode="numeric"
        required
        defaultValue={typed["years"] ?? "10"}
      />
      <TextField name="note" label={say.note} maxLength={2000} isOptional defaultValue={typed["note"]} />
      <Button type="submit">{say.saveNeed}</Button>
    </Form>
  );
}

/** A figure of a plan: the one that is there for the same year and district is replaced, or removed. */
export function PlanFields({ planners, districts, typed }: Props) {
  const words = useWords(area);
  const say = words.form;
  return (
    <Form method="post" className={grid}>
      <input type="hidden" name="form" value="plan" />
      <SelectField
        {...{ name: "administrationId", label: say.administration, options: named(planners) }}
        defaultValue={typed["administrationId"]}
      />
      <SelectField
        {...{ name: "kind", label: say.kind }}
        options={planKinds.map((value) => ({ value, label: words.kinds[value] }))}
        defaultValue={typed["kind"]}
      />
      <SelectField
        {...{ name: "districtId", label: say.district, none: words.wholeCity, options: named(districts) }}
        defaultValue={typed["districtId"]}
      />
      <TextField name="year" label={say.year} inputMode="numeric" required defaultValue={typed["year"]} />
      <TextField name="quantity" label={say.quantity} inputMode="numeric" defaultValue={typed["quantity"]} />
      <TextField name="source" label={say.source} maxLength={300} defaultValue={typed["source"]} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit">{say.savePlan}</Button>
        <Button type="submit" name="intent" value="remove" look="plain">
          {say.removePlan}
        </Button>
      </div>
    </Form>
  );
}
