import { Card } from "#app/components/card.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { rent as area } from "#app/i18n/rent.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { LeasePage } from "./load-lease.server.ts";

type Props = Pick<LeasePage, "compared" | "areaM2"> & { totalOre: number };

/** What others like this one pay for a square metre: the spread, never whose. */
export function ComparedCard({ compared, totalOre, areaM2 }: Props) {
  const words = useWords(area);
  const format = useFormats();
  const rate = (ore: number) => `${format.number(ore / 100, 0)} ${words.perM2}`;
  return (
    <Card title={words.compare}>
      {compared ? (
        <>
          <DescriptionList
            facts={[
              { term: words.yours, value: areaM2 > 0 ? rate(totalOre / areaM2) : null },
              { term: words.middle, value: rate(compared.medianOre) },
            ]}
          />
          <p className="figures mt-2 text-sm text-ink-soft">
            {words.spread(rate(compared.lowestOre), rate(compared.highestOre))}.{" "}
            {words.compareHint(compared.count)}
          </p>
        </>
      ) : (
        <p className="text-ink-soft">{words.compareNone}</p>
      )}
    </Card>
  );
}
