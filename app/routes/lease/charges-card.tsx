import { Card } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { charges as area } from "#app/i18n/charges.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { IssuedCharge } from "#db/queries/charge/get-run-charge.ts";

/** What was issued for the lease, month by month; each opens to its lines. */
export function ChargesCard({ leaseId, charges }: { leaseId: string; charges: readonly IssuedCharge[] }) {
  const words = useWords(area);
  const format = useFormats();
  return (
    <Card title={words.yourCharges} className="screen-only">
      <p className="pb-2 text-sm text-ink-soft">
        {charges.length === 0 ? words.noCharges : words.yourChargesHint}
      </p>
      <ul className="figures">
        {charges.map(({ runId, period, sequence, totalOre }) => (
          <li key={runId} className="flex justify-between gap-4 border-b border-line py-1 last:border-b-0">
            <Link to={`/charges/${runId}/leases/${leaseId}`} className="text-link inline-block min-h-6">
              {words.name(period, sequence)}
            </Link>
            <span className="whitespace-nowrap">{format.ore(totalOre, "ore")}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
