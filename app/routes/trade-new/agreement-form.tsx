import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { trade as area } from "#app/i18n/trade.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { SharedBuilding } from "#db/queries/trade/list-shared-buildings.ts";
import type { ServiceChoice } from "#db/queries/trade/list-trade-services.ts";
import type { Day } from "#domain/day-count.ts";
import { TermsFields } from "./terms-fields.tsx";

type Props = {
  building: SharedBuilding;
  services: readonly ServiceChoice[];
  today: Day;
  answer: { faults: string[]; refusal: string | null; typed: Record<string, string> } | undefined;
};

/** Who does what for whom in a house, and for how much. */
export function AgreementForm({ building, services, today, answer }: Props) {
  const words = useWords(area);
  const typed = answer?.typed ?? { validFrom: today, quantity: "1" };
  const own = building.units.find(({ isOwn }) => isOwn)?.id;
  const other = building.units.find(({ id }) => id !== own)?.id;
  const options = building.units.map(({ id, name, isOwn }) => ({
    value: id,
    label: isOwn ? words.form.ours(name) : name,
  }));
  const errors = [
    ...(answer?.refusal ? [{ message: words.faults[answer.refusal] ?? answer.refusal }] : []),
    ...(answer?.faults ?? []).map((field) => ({
      fieldId: `terms-${field}`,
      message: words.fieldFaults[field] ?? field,
    })),
  ];
  return (
    <Card className="max-w-3xl">
      <Form method="post" className="flex flex-col gap-4">
        <FormErrors errors={errors} />
        <input type="hidden" name="buildingId" value={building.id} />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            {...{ name: "sellerUnitId", label: words.form.seller, options }}
            defaultValue={typed.sellerUnitId ?? own}
          />
          <SelectField
            {...{ name: "buyerUnitId", label: words.form.buyer, options }}
            defaultValue={typed.buyerUnitId ?? other}
          />
        </div>
        <TermsFields {...{ services, typed, faults: answer?.faults ?? [] }} />
        <div>
          <Button type="submit" look="primary">
            {words.form.submit}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
