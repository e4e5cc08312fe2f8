import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { rent as area } from "#app/i18n/rent.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { LeasePage } from "./load-lease.server.ts";

/** What was paid for exterior maintenance with the rent, held against what was done. */
export function ContributionCard({ contribution }: Pick<LeasePage, "contribution">) {
  const words = useWords(area);
  const format = useFormats();
  if (contribution.length === 0) return null;
  return (
    <Card title={words.contribution} isFlush>
      <DataTable
        caption={words.contribution}
        phone="cards"
        rows={contribution}
        rowKey={({ years }) => String(years)}
        columns={[
          { key: "years", header: words.year, cell: ({ years }) => words.contributionYears(years) },
          { key: "paid", header: words.paid, isNumeric: true, cell: ({ paidOre }) => format.ore(paidOre) },
          {
            key: "received",
            header: words.received,
            isNumeric: true,
            cell: ({ receivedOre }) => format.ore(receivedOre),
          },
          {
            key: "difference",
            header: words.difference,
            isNumeric: true,
            cell: ({ paidOre, receivedOre }) => format.ore(paidOre === null ? null : receivedOre - paidOre),
          },
        ]}
      />
      <p className="px-4 py-3 text-sm text-ink-soft">{words.contributionHint}</p>
    </Card>
  );
}
