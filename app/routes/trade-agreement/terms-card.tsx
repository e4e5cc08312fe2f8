import { Card } from "#app/components/card.tsx";
import { Button } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { trade as area } from "#app/i18n/trade.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { TradeAgreement } from "#db/queries/trade/list-agreements.ts";
import { periodText, priceText } from "../trade/period-text.ts";

/** What is agreed, who has said yes, and the yes itself for whoever may say it. */
export function TermsCard({ agreement }: { agreement: TradeAgreement }) {
  const words = useWords(area);
  const format = useFormats();
  const { columns, agreement: say } = words;
  const yes = (isAgreed: boolean) => (isAgreed ? say.yes : say.notYet);
  return (
    <Card title={say.terms}>
      <DescriptionList
        facts={[
          { term: columns.seller, value: agreement.sellerName },
          { term: columns.buyer, value: agreement.buyerName },
          {
            term: say.building,
            value: (
              <Link to={`/buildings/${agreement.buildingId}`} className="text-link">
                {agreement.buildingName}
              </Link>
            ),
          },
          ...(agreement.description ? [{ term: columns.service, value: agreement.description }] : []),
          { term: columns.price, value: priceText(agreement, words, format) },
          {
            term: columns.quantity,
            value:
              agreement.quantity === null
                ? null
                : `${format.number(agreement.quantity)} ${words.units[agreement.basis]}`,
          },
          { term: columns.period, value: periodText(agreement, words, format) },
          { term: columns.state, value: words.states[agreement.state] },
          { term: `${say.agreed}: ${agreement.sellerName}`, value: yes(agreement.hasSellerAgreed) },
          { term: `${say.agreed}: ${agreement.buyerName}`, value: yes(agreement.hasBuyerAgreed) },
        ]}
      />
      {agreement.state === "draft" && <Consent agreement={agreement} />}
    </Card>
  );
}

/** The yes, with the terms as they are shown: on other terms it does not count. */
function Consent({ agreement }: { agreement: TradeAgreement }) {
  const words = useWords(area).agreement;
  const { quantity, unitPriceOre, isSeller, isBuyer } = agreement;
  const sides = [
    ...(isSeller && !agreement.hasSellerAgreed ? [agreement.sellerName] : []),
    ...(isBuyer && !agreement.hasBuyerAgreed ? [agreement.buyerName] : []),
  ];
  if (quantity === null || unitPriceOre === null)
    return (
      <div className="mt-4">
        <Notice status="attention">{words.needsPrice}</Notice>
      </div>
    );
  if (sides.length === 0) return null;
  return (
    <Form method="post" className="mt-4 flex flex-wrap items-center gap-3">
      <input type="hidden" name="seenQuantity" value={quantity} />
      <input type="hidden" name="seenPriceOre" value={unitPriceOre} />
      <input type="hidden" name="seenFrom" value={agreement.validFrom} />
      <Button type="submit" name="intent" value="agree" look="primary">
        {words.agree}
      </Button>
      <span className="text-sm text-ink-soft">{sides.map((side) => words.agreeFor(side)).join(" ")}</span>
    </Form>
  );
}
