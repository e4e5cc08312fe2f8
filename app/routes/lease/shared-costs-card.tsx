import { Card } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { sharedCosts as area } from "#app/i18n/shared-costs.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { LeaseCost } from "#db/queries/shared-cost/list-shared-costs.ts";
import { addDays } from "#domain/day-count.ts";

/** What the lease shares with others in its building, by which key, and its part; each opens to the whole split. */
export function SharedCostsCard({ costs }: { costs: readonly LeaseCost[] }) {
  const words = useWords(area);
  const format = useFormats();
  if (costs.length === 0) return null;
  return (
    <Card title={words.card} className="screen-only">
      <p className="pb-2 text-sm text-ink-soft">{words.cardHint}</p>
      <ul className="figures">
        {costs.map(({ id, name, from, to, key, amountOre, partOre }) => (
          <li key={id} className="flex justify-between gap-4 border-b border-line py-1 last:border-b-0">
            <span>
              <Link to={`/shared-costs/${id}`} className="text-link inline-block min-h-6">
                {name}
              </Link>
              <span className="block text-sm text-ink-soft">
                {`${words.between(format.day(from), format.day(addDays(to, -1)))}, ${format.ore(amountOre)}, ${words.sharedBy.toLowerCase()} ${words.keys[key]}`}
              </span>
            </span>
            <span className="whitespace-nowrap">{format.ore(partOre, "ore")}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
