import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { sharedCosts as area } from "#app/i18n/shared-costs.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CostPart } from "#db/queries/shared-cost/list-shared-costs.ts";
import type { AllocationKey } from "#domain/rent/allocate-charge.ts";

interface Props {
  allocation: AllocationKey;
  amountOre: number;
  parts: readonly CostPart[];
  hasOthers: boolean;
}

/** A weight as its key is spoken of. @example useWeight()("share", 0.25) // "25 %" */
export function useWeight(): (allocation: AllocationKey, weight: number) => string {
  const format = useFormats();
  return (allocation, weight) => {
    if (allocation === "m2") return `${format.number(weight, 2)} m²`;
    return allocation === "share" ? `${format.number(weight * 100, 4)} %` : format.number(weight);
  };
}

/** Who bears what of a cost, line by line, each with how it is reckoned, and the sum. */
export function SplitTable({ allocation, amountOre, parts, hasOthers }: Props) {
  const words = useWords(area);
  const format = useFormats();
  const weightOf = useWeight();
  const own = allocation === "m2" ? words.empty : words.entry.weightOf("");
  const rest = hasOthers ? words.others : own;
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <>
      <DataTable
        caption={words.split}
        phone="cards"
        rows={parts}
        rowKey={({ contractId }) => contractId ?? "rest"}
        columns={[
          {
            ...{ key: "who", header: words.who },
            cell: (part) => <Who part={part} rest={rest} />,
          },
          {
            ...{ key: "weight", header: words.weights[allocation], isNumeric: true },
            cell: ({ weight }) => weightOf(allocation, weight),
          },
          {
            ...{ key: "how", header: words.how, isWideOnly: true },
            cell: ({ weight }) =>
              words.reckoned(
                format.ore(amountOre, "ore"),
                weightOf(allocation, weight),
                weightOf(allocation, whole),
              ),
          },
          {
            ...{ key: "amount", header: words.amount, isNumeric: true },
            cell: (part) => format.ore(part.amountOre, "ore"),
          },
        ]}
      />
      <p className="figures flex justify-between border-t border-line px-4 py-3 font-semibold">
        <span>{words.total}</span>
        <span>{format.ore(amountOre, "ore")}</span>
      </p>
      <p className="px-4 pb-4 text-sm text-ink-soft">{words.rounding}</p>
    </>
  );
}

function Who({ part: { contractId, number, party }, rest }: { part: CostPart; rest: string }) {
  if (contractId === null) return rest;
  return (
    <>
      <Link to={`/leases/${contractId}`} className="text-link inline-block min-h-6">
        {number}
      </Link>
      <span className="block text-sm text-ink-soft">{party}</span>
    </>
  );
}
