import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Form } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { trade as area } from "#app/i18n/trade.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { TradeAgreement } from "#db/queries/trade/list-agreements.ts";
import type { TradeDelivery } from "#db/queries/trade/list-deliveries.ts";
import type { Day } from "#domain/day-count.ts";
import { countsDeliveries } from "#domain/trade/trade-basis.ts";
import type { Refused } from "./refused.ts";

type Props = {
  agreement: TradeAgreement;
  deliveries: readonly TradeDelivery[];
  today: Day;
  answer: Refused | undefined;
};

/** What was delivered, where pieces or hours are counted; nothing where the price is for a month or square metres. */
export function DeliveriesCard({ agreement, deliveries, today, answer }: Props) {
  const words = useWords(area).agreement;
  const format = useFormats();
  if (!countsDeliveries(agreement.basis)) return null;
  return (
    <Card title={words.deliveries} isFlush>
      {agreement.mayWrite && <DeliveryForm today={today} answer={answer} />}
      <DataTable
        caption={words.deliveries}
        phone="cards"
        rows={deliveries}
        rowKey={({ id }) => id}
        empty={<p className="text-ink-soft">{words.noDeliveries}</p>}
        columns={[
          { key: "on", header: words.deliveredOn, cell: (row) => format.day(row.deliveredOn) },
          {
            key: "quantity",
            header: words.quantity,
            isNumeric: true,
            cell: (row) => format.number(row.quantity),
          },
          { key: "note", header: words.note, cell: (row) => row.note },
          {
            key: "settled",
            header: "",
            cell: (row) =>
              row.isSettled ? (
                <Badge>{words.settled}</Badge>
              ) : (
                agreement.mayWrite && (
                  <Form method="post">
                    <input type="hidden" name="delivery" value={row.id} />
                    <Button
                      {...{ type: "submit", name: "intent", value: "remove", look: "plain", isCompact: true }}
                      aria-label={words.removeOf(format.day(row.deliveredOn))}
                    >
                      {words.remove}
                    </Button>
                  </Form>
                )
              ),
          },
        ]}
      />
    </Card>
  );
}

function DeliveryForm({ today, answer }: Pick<Props, "today" | "answer">) {
  const words = useWords(area);
  const say = words.agreement;
  const mine = answer?.intent === "deliver" ? answer : null;
  const at = (field: string) => (mine?.faults.includes(field) ? [words.fieldFaults[field] ?? field] : null);
  return (
    <Form method="post" className="flex flex-col gap-3 border-b border-line p-4">
      <p className="text-sm text-ink-soft">{say.deliveryHint}</p>
      <div className="grid items-start gap-3 sm:grid-cols-3">
        <TextField
          {...{ name: "deliveredOn", type: "date", label: say.deliveredOn, required: true, max: today }}
          defaultValue={mine?.typed.deliveredOn ?? today}
          errors={at("deliveredOn")}
        />
        <TextField
          {...{ name: "quantity", label: say.quantity, required: true, inputMode: "decimal" }}
          defaultValue={mine?.typed.quantity}
          errors={at("quantity")}
        />
        <TextField
          {...{ name: "note", label: say.note, isOptional: true, maxLength: 500 }}
          defaultValue={mine?.typed.note}
          errors={at("note")}
        />
      </div>
      <div>
        <Button type="submit" name="intent" value="deliver">
          {say.addDelivery}
        </Button>
      </div>
    </Form>
  );
}
