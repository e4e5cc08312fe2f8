import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { catalogue } from "#app/i18n/catalogue.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { ServiceRow } from "#db/queries/catalogue/list-services.ts";
import { serviceApprovers, serviceUnits } from "#domain/catalogue/service.ts";
import { priorities } from "#domain/order/sla.ts";
import type { EditAnswer } from "./edit-service.ts";

interface TermsCardProps {
  service: ServiceRow;
  today: string;
  answer: EditAnswer | null;
}

/** New price or terms from a day, beginning with those of today. */
export function TermsCard({ service, today, answer }: TermsCardProps) {
  const words = useWords(catalogue);
  const { edit } = words;
  const field = useTermsField(service, today, answer);
  return (
    <Card title={edit.terms}>
      <Form method="post" className="flex flex-col gap-4" noValidate>
        <p className="text-ink-soft">{edit.termsHint}</p>
        <TextField {...field("validFrom")} type="date" min={today} required />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField {...field("unitPrice")} inputMode="decimal" unit={edit.kroner} required />
          <SelectField
            {...field("unit")}
            options={serviceUnits.map((unit) => ({ value: unit, label: words.units[unit] }))}
          />
          <TextField {...field("normMinutes")} inputMode="decimal" unit={edit.minutes} required />
          <SelectField
            {...field("priority")}
            options={priorities.map((one) => ({ value: String(one), label: words.priorities[one] }))}
          />
          <TextField {...field("quality")} inputMode="numeric" isOptional />
          <TextField {...field("visitsPerYear")} inputMode="decimal" isOptional />
          <TextField {...field("approvalAbove")} inputMode="decimal" unit={edit.kroner} isOptional />
          <SelectField
            {...field("approver")}
            none={edit.noApprover}
            options={serviceApprovers.map((one) => ({ value: one, label: words.approvers[one] }))}
          />
        </div>
        <TextField {...field("source")} hint={edit.sourceHint} required />
        <Button type="submit" look="primary" name="intent" value="terms" className="self-start">
          {edit.saveTerms}
        </Button>
      </Form>
    </Card>
  );
}

type TermsField =
  | "validFrom"
  | "unit"
  | "unitPrice"
  | "normMinutes"
  | "quality"
  | "visitsPerYear"
  | "priority"
  | "approvalAbove"
  | "approver"
  | "source";

/** A field with its label, what stands in it (typed before, else as it is today), and what is wrong with it. */
function useTermsField(service: ServiceRow, today: string, answer: EditAnswer | null) {
  const { edit } = useWords(catalogue);
  const locale = useLocale();
  const decimal = (value: number | null) =>
    value === null ? "" : locale === "da" ? String(value).replace(".", ",") : String(value);
  const kroner = (ore: number | null) => decimal(ore === null ? null : ore / 100);
  const held: Record<TermsField, string> = {
    ...{ validFrom: today, unit: service.unit ?? "piece", unitPrice: kroner(service.unitPriceOre) },
    ...{ normMinutes: decimal(service.normMinutes), quality: decimal(service.quality) },
    ...{ visitsPerYear: decimal(service.visitsPerYear), priority: String(service.priority ?? 4) },
    ...{ approvalAbove: kroner(service.approvalAboveOre), approver: service.approver ?? "" },
    source: service.source ?? "",
  };
  const isMine = answer?.intent === "terms";
  return (name: TermsField) => ({
    ...{ id: name, name, label: edit[name] },
    defaultValue: isMine ? (answer.typed[name] ?? "") : held[name],
    errors: isMine && answer.faults.includes(name) ? [edit.faults[name] ?? name] : null,
  });
}
