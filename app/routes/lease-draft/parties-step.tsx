import { Card } from "#app/components/card.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { leaseDraft as area } from "#app/i18n/lease-draft.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { partyRoles, type PartyRole } from "#domain/lease/lease-step.ts";
import type { DraftPage } from "./load-draft.server.ts";
import { StepForm, useFaultsOf } from "./step-form.tsx";

/** Who rents from whom, for whom, and from when to when. */
export function PartiesStep(page: DraftPage) {
  const words = useWords(area);
  const faultsOf = useFaultsOf(page);
  const { form } = page.draft;
  const unit = faultsOf("unit");
  return (
    <StepForm draft={page.draft} step="parties">
      <Card title={words.steps.parties}>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField
            {...{ label: words.from, name: "from", defaultValue: form.from, errors: faultsOf("from") }}
            type="date"
          />
          <TextField
            {...{ label: words.to, name: "to", defaultValue: form.to, errors: faultsOf("to") }}
            {...{ isOptional: true, hint: words.toHint, type: "date" }}
          />
          <SelectField
            {...{ label: words.administration, name: "administration", none: words.none }}
            defaultValue={form.administration}
            errors={faultsOf("administration")}
            options={page.administrations.map(({ code, name }) => ({ value: code, label: name }))}
          />
          {form.kind !== "thirdPartyOut" && (
            <SelectField
              {...{
                label: words.unit,
                name: "unit",
                none: words.none,
                defaultValue: form.unit,
                errors: unit,
              }}
              hint={form.administration === "" ? words.unitHint : undefined}
              options={page.units.map(({ code, name }) => ({ value: code, label: name }))}
            />
          )}
        </div>
      </Card>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {partyRoles
          .filter((role) => role !== "administrator" || form.kind === "thirdPartyIn")
          .map((role) => (
            <PartyCard key={role} role={role} {...page} />
          ))}
      </div>
    </StepForm>
  );
}

function PartyCard({ role, ...page }: DraftPage & { role: PartyRole }) {
  const words = useWords(area);
  const faultsOf = useFaultsOf(page);
  const party = page.draft.form.parties[role];
  return (
    <Card title={words.roles[role]}>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        {(["name", "contact", "cvr", "ean", "mail", "phone"] as const).map((field) => (
          <TextField
            key={field}
            label={words[field]}
            name={`parties.${role}.${field}`}
            defaultValue={party[field]}
            errors={faultsOf(`parties.${role}.${field}`)}
            isOptional={field !== "name"}
            {...(field === "cvr" || field === "ean" ? { inputMode: "numeric" as const } : {})}
          />
        ))}
      </div>
    </Card>
  );
}
