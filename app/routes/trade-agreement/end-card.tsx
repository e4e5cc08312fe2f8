import { Button, buttonClass } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { trade as area } from "#app/i18n/trade.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { TradeAgreement } from "#db/queries/trade/list-agreements.ts";
import { addDays, type Day } from "#domain/day-count.ts";

/** Gives an agreement its last day. Asks once, and works before any script. */
export function EndCard({ agreement, today }: { agreement: TradeAgreement; today: Day }) {
  const words = useWords(area);
  const say = words.agreement;
  return (
    <Card>
      <details>
        <summary className={buttonClass("plain")}>{say.end}</summary>
        <Form method="post" className="mt-3 flex flex-col items-start gap-3">
          <p className="text-sm text-ink-soft">{say.endAsk}</p>
          <TextField
            {...{ name: "lastDay", type: "date", label: words.form.lastDay, required: true }}
            defaultValue={agreement.validTo ? addDays(agreement.validTo, -1) : today}
          />
          <Button type="submit" name="intent" value="end" look="danger">
            {say.endDo}
          </Button>
        </Form>
      </details>
    </Card>
  );
}
