import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { charges as area } from "#app/i18n/charges.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { AdministrationSum, CauseSum } from "#db/queries/charge/list-run-charges.ts";
import { externalCode, type ChargeSearch } from "#domain/charge/charge-search.ts";
import { addressOf } from "./search.ts";

type Props = { search: ChargeSearch };

/** What a run comes to by administration; each opens to its leases. */
export function AdministrationsCard({
  administrations,
  search,
}: Props & { administrations: AdministrationSum[] }) {
  const words = useWords(area);
  const format = useFormats();
  return (
    <Card title={words.byAdministration} isFlush>
      <DataTable
        caption={words.byAdministration}
        phone="cards"
        rows={administrations}
        rowKey={({ code }) => code ?? externalCode}
        rowTo={({ code }) => `${addressOf(search, { administration: code ?? externalCode })}#list`}
        columns={[
          {
            ...{ key: "name", header: words.administration },
            cell: ({ code, name }) => (name ? `${code} ${name}` : words.external),
          },
          {
            key: "leases",
            header: words.leases,
            isNumeric: true,
            cell: ({ leases }) => format.number(leases),
          },
          {
            ...{ key: "total", header: words.total, isNumeric: true },
            cell: ({ totalOre }) => format.ore(totalOre, "ore"),
          },
          {
            ...{ key: "difference", header: words.since, isNumeric: true },
            cell: ({ totalOre, previousOre }) =>
              previousOre === null ? "–" : format.ore(totalOre - previousOre, "ore"),
          },
        ]}
      />
    </Card>
  );
}

/** Why a run is not what the one before was: by cause, summing to the difference; each opens to its leases. */
export function CausesCard({
  causes,
  search,
  hasBefore,
}: Props & { causes: CauseSum[]; hasBefore: boolean }) {
  const words = useWords(area);
  const format = useFormats();
  if (causes.length === 0)
    return (
      <Card title={words.why}>
        <p className="text-ink-soft">{hasBefore ? words.whyNone : words.whyFirst}</p>
      </Card>
    );
  return (
    <Card title={words.why}>
      <ul className="figures">
        {causes.map(({ cause, leases, deltaOre }) => (
          <li key={cause} className="flex justify-between gap-4 border-b border-line py-1.5 last:border-b-0">
            <span>
              <Link to={`${addressOf(search, { cause })}#list`} className="text-link inline-block min-h-6">
                {words.causes[cause]}
              </Link>
              <span className="block text-sm text-ink-soft">
                {format.number(leases)} {words.leases.toLowerCase()}
              </span>
            </span>
            <span className="whitespace-nowrap">
              {deltaOre > 0 ? "+" : ""}
              {format.ore(deltaOre, "ore")}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
