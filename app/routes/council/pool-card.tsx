import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { council as area } from "#app/i18n/council.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { InvestmentPool } from "#db/queries/council/list-council.ts";

type PoolProps = { pools: readonly InvestmentPool[]; year: number; mayGrant: boolean };

/** What is left in the pool, its rules, and every krone that came and went. */
export function PoolCard({ pools, year, mayGrant }: PoolProps) {
  const words = useWords(area).pool;
  if (pools.length === 0)
    return (
      <Card title={words.title}>
        <p className="text-ink-soft">{words.none}</p>
      </Card>
    );
  return (
    <>
      {pools.map((pool) => (
        <OnePool key={pool.id} {...{ pool, year, mayGrant }} />
      ))}
    </>
  );
}

function OnePool({ pool, year, mayGrant }: { pool: InvestmentPool; year: number; mayGrant: boolean }) {
  const words = useWords(area).pool;
  const format = useFormats();
  const isGranted = pool.entries.some((one) => one.kind === "grant" && one.year === year);
  const { mostPerCaseOre: most, mostPaybackYears: payback } = pool;
  const rules = [
    most !== null && words.most(format.ore(most, "million")),
    payback !== null && words.payback(payback),
  ].filter((rule) => rule !== false);
  return (
    <Card title={pool.name} isFlush>
      <div className="px-4 pb-4">
        <DescriptionList
          facts={[
            { term: words.balance, value: <strong>{format.ore(pool.balanceOre)}</strong> },
            { term: words.grant, value: format.ore(pool.yearlyGrantOre) },
          ]}
        />
        <p className="mt-2 text-sm">{rules.join(". ")}</p>
        <p className="mt-2 text-sm text-ink-soft">{words.source(pool.source)}</p>
        {mayGrant && !isGranted && (
          <Form method="post" className="mt-3">
            <input type="hidden" name="poolId" value={pool.id} />
            <Button type="submit" name="intent" value="grant">
              {words.give(year)}
            </Button>
          </Form>
        )}
      </div>
      <DataTable
        caption={words.entries}
        phone="cards"
        rows={pool.entries}
        rowKey={({ id }) => id}
        empty={<p className="text-ink-soft">{words.empty}</p>}
        columns={[
          {
            key: "what",
            header: words.what,
            cell: (entry) =>
              entry.caseId ? (
                <Link to={`/council/cases/${entry.caseId}`} className="text-link inline-block min-h-6">
                  {entry.caseName}
                </Link>
              ) : (
                words.granted(entry.year)
              ),
          },
          { key: "on", header: words.on, cell: ({ at }) => format.day(at.slice(0, 10)) },
          {
            ...{ key: "amount", header: words.amount, isNumeric: true },
            cell: ({ amountOre }) => format.ore(amountOre),
          },
        ]}
      />
    </Card>
  );
}
