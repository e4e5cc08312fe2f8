import { Button, buttonClass } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { trade as area } from "#app/i18n/trade.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { TradeAgreement } from "#db/queries/trade/list-agreements.ts";
import type { ServiceChoice } from "#db/queries/trade/list-trade-services.ts";
import { addDays } from "#domain/day-count.ts";
import { TermsFields } from "../trade-new/terms-fields.tsx";
import type { Refused } from "./refused.ts";

type Props = { agreement: TradeAgreement; services: readonly ServiceChoice[]; answer: Refused | undefined };

/** A draft is changed or taken away here, by either side. */
export function DraftCard({ agreement, services, answer }: Props) {
  const words = useWords(area);
  const say = words.agreement;
  const { unitPriceOre, quantity, validTo } = agreement;
  const typedAs = (value: number) => value.toFixed(2).replace(".", ",");
  const own = {
    serviceCode: agreement.serviceCode,
    basis: agreement.basis,
    description: agreement.description,
    quantity: quantity === null ? "" : typedAs(quantity),
    unitPrice: unitPriceOre === null ? "" : typedAs(unitPriceOre / 100),
    validFrom: agreement.validFrom,
    lastDay: validTo ? addDays(validTo, -1) : "",
  };
  const isMine = answer?.intent === "change";
  return (
    <Card title={say.change}>
      <Form method="post" className="flex flex-col gap-4">
        <p className="text-sm text-ink-soft">{say.changeNote}</p>
        <TermsFields
          {...{ services, typed: isMine ? answer.typed : own, faults: isMine ? answer.faults : [] }}
        />
        <div>
          <Button type="submit" name="intent" value="change">
            {words.form.save}
          </Button>
        </div>
      </Form>
      <details className="mt-4 border-t border-line pt-4">
        <summary className={buttonClass("plain", true)}>{say.drop}</summary>
        <Form method="post" className="mt-2 flex flex-wrap items-center gap-3">
          <p className="text-sm">{say.dropAsk}</p>
          <Button type="submit" name="intent" value="drop" look="danger" isCompact>
            {say.dropDo}
          </Button>
        </Form>
      </details>
    </Card>
  );
}
