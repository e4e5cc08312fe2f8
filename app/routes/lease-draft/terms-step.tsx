import { Card } from "#app/components/card.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { leaseDraft as area } from "#app/i18n/lease-draft.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { LeaseForm } from "#domain/lease/lease-form.ts";
import type { DraftPage } from "./load-draft.server.ts";
import { StepForm, useFaultsOf } from "./step-form.tsx";

type Field = keyof LeaseForm["terms"];

const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Notice, how long each party is bound, how the premises are given back, deposit, the rent of the market, and options. */
export function TermsStep(page: DraftPage) {
  const words = useWords(area);
  const faultsOf = useFaultsOf(page);
  const { terms } = page.draft.form;
  const text = (name: Field, label: string, more: object = {}) => (
    <TextField
      {...{ label, name, defaultValue: terms[name], errors: faultsOf(name), isOptional: true, ...more }}
    />
  );
  const day = { type: "date" };
  return (
    <StepForm draft={page.draft} step="terms">
      <Card title={words.steps.terms}>
        <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {text("landlordNoticeMonths", words.landlordNotice, { unit: words.months, inputMode: "numeric" })}
          {text("tenantNoticeMonths", words.tenantNotice, { unit: words.months, inputMode: "numeric" })}
          <SelectField
            {...{ label: words.noticeTo, name: "noticeTo", defaultValue: terms.noticeTo }}
            options={optionsOf(words.noticeTos)}
          />
          {text("landlordBoundUntil", words.landlordBound, day)}
          {text("tenantBoundUntil", words.tenantBound, day)}
          <SelectField
            {...{ label: words.restoration, name: "restoration", defaultValue: terms.restoration }}
            options={optionsOf(words.restorations)}
          />
          {text("depositKroner", words.deposit, { unit: "kr.", inputMode: "decimal" })}
          {text("prepaidKroner", words.prepaid, { unit: "kr.", inputMode: "decimal" })}
          {text("marketRentFrom", words.marketRentFrom, day)}
          {text("marketRentEveryYears", words.marketRentEvery, { unit: words.years, inputMode: "numeric" })}
        </div>
      </Card>
      <Card title={words.option}>
        <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <SelectField
            {...{ label: words.option, name: "optionKind", none: words.none, defaultValue: terms.optionKind }}
            options={optionsOf(words.optionKinds)}
          />
          <SelectField
            {...{ label: words.optionHolder, name: "optionHolder", defaultValue: terms.optionHolder }}
            options={[
              { value: "tenant", label: words.roles.tenant },
              { value: "landlord", label: words.roles.landlord },
            ]}
          />
          {text("optionDecideBy", words.optionDecideBy, day)}
          {text("optionEffectOn", words.optionEffectOn, day)}
          {text("optionMonths", words.optionMonths, { unit: words.months, inputMode: "numeric" })}
        </div>
      </Card>
    </StepForm>
  );
}
