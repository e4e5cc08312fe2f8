import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { SelectField, type Option } from "#app/components/select-field.tsx";
import { council as area } from "#app/i18n/council.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CaseTrade } from "#db/queries/council/get-council-case.ts";

/** What the units of the case sell one another; one without a price is not in force, and says so. */
export function TradesCard({
  trades,
  agreements,
}: {
  trades: readonly CaseTrade[];
  agreements: readonly Option[];
}) {
  const words = useWords(area).page;
  const format = useFormats();
  return (
    <Card title={words.trades}>
      <p className="-mt-2 mb-3 text-sm text-ink-soft">{words.tradesNote}</p>
      {trades.length === 0 && <p>{words.noTrades}</p>}
      <ul className="flex flex-col gap-2">
        {trades.map(({ id, description, seller, buyer, unitPriceOre }) => (
          <li key={id}>
            <Link to={`/trade/${id}`} className="text-link inline-block min-h-6">
              {description}
            </Link>{" "}
            {unitPriceOre === null ? (
              <Badge status="attention">{words.unpriced}</Badge>
            ) : (
              format.ore(unitPriceOre, "ore")
            )}
            <span className="block text-sm text-ink-soft">{words.trade(seller, buyer)}</span>
          </li>
        ))}
      </ul>
      {agreements.length > 0 && (
        <Form method="post" className="mt-4 flex flex-wrap items-end gap-3 border-t border-line pt-4">
          <SelectField
            {...{
              id: "agreementId",
              name: "agreementId",
              label: words.linkTrade,
              options: agreements,
              className: "min-w-0 flex-1",
            }}
          />
          <Button type="submit" name="intent" value="trade">
            {words.link}
          </Button>
        </Form>
      )}
    </Card>
  );
}
