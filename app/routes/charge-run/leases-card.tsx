import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Checkbox } from "#app/components/checkbox.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { charges as area } from "#app/i18n/charges.ts";
import { rent } from "#app/i18n/rent.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { AdministrationSum, RunChargeRow } from "#db/queries/charge/list-run-charges.ts";
import { chargesAPage, externalCode, type ChargeSearch } from "#domain/charge/charge-search.ts";
import { chargeCauses } from "#domain/charge/explain-difference.ts";
import { addressOf } from "./search.ts";

type Found = { rows: RunChargeRow[]; count: number; totalOre: number };
type Props = {
  runId: string;
  search: ChargeSearch;
  found: Found;
  administrations: AdministrationSum[];
  hasFilters: boolean;
};

/** The leases of a run, filtered, the largest differences first; each opens to its lines. */
export function LeasesCard({ runId, search, found, administrations, hasFilters }: Props) {
  const words = useWords(area);
  const format = useFormats();
  const kinds = useWords(rent).kinds;
  return (
    <Card title={words.list} isFlush>
      <div id="list" className="px-4 pb-3">
        {hasFilters && <Filters search={search} administrations={administrations} />}
        <p className="figures pt-3 text-sm text-ink-soft">
          {words.found(format.number(found.count), format.ore(found.totalOre, "ore"))}
        </p>
      </div>
      <DataTable
        caption={words.list}
        phone="cards"
        rows={found.rows}
        rowKey={({ contractId }) => contractId}
        rowTo={({ contractId }) => `/charges/${runId}/leases/${contractId}`}
        empty={<p className="text-ink-soft">{words.noneFound}</p>}
        columns={[
          { key: "number", header: words.lease, cell: ({ number }) => number },
          {
            ...{ key: "payer", header: words.payer },
            cell: ({ kind, administrationCode, party }) => (
              <span>
                {[administrationCode, party].filter(Boolean).join(" · ")}
                <span className="block text-sm text-ink-soft">{kinds[kind]}</span>
              </span>
            ),
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
          { key: "why", header: words.cause, cell: ({ reasons }) => <Causes reasons={reasons} /> },
        ]}
      />
      <Pages search={search} count={found.count} />
    </Card>
  );
}

function Causes({ reasons }: Pick<RunChargeRow, "reasons">) {
  const words = useWords(area);
  const causes = [...new Set(reasons.map(({ cause }) => cause))];
  return <span>{causes.length === 0 ? "–" : causes.map((cause) => words.causes[cause]).join(", ")}</span>;
}

function Filters({ search, administrations }: Pick<Props, "search" | "administrations">) {
  const words = useWords(area);
  const kinds = useWords(rent).kinds;
  const options = administrations.map(({ code, name }) => ({
    ...{ value: code ?? externalCode, label: name ? `${code} ${name}` : words.external },
  }));
  return (
    <Form
      key={addressOf(search, {})}
      method="get"
      className="grid grid-cols-2 items-end gap-3 md:flex md:flex-wrap"
    >
      <TextField className="md:w-52" label={words.find} name="q" type="search" defaultValue={search.q} />
      <SelectField
        {...{ label: words.administration, name: "administration", none: words.all, options }}
        className="md:w-52"
        defaultValue={search.administration}
      />
      <SelectField
        {...{ label: words.lease, name: "kind", none: words.all, defaultValue: search.kind }}
        options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        {...{ label: words.cause, name: "cause", none: words.all, defaultValue: search.cause }}
        options={chargeCauses.map((cause) => ({ value: cause, label: words.causes[cause] }))}
      />
      <Checkbox label={words.changedOnly} name="changed" value="1" defaultChecked={search.isChanged} />
      <Button type="submit">{words.filter}</Button>
    </Form>
  );
}

function Pages({ search, count }: { search: ChargeSearch; count: number }) {
  const words = useWords(area);
  const pages = Math.ceil(count / chargesAPage);
  if (pages <= 1) return null;
  const to = (page: number, label: string) => (
    <Link to={`${addressOf(search, { page })}#list`} className="text-link inline-block min-h-6">
      {label}
    </Link>
  );
  return (
    <p className="flex items-center gap-4 border-t border-line px-4 py-3 text-sm">
      {search.page > 1 && to(search.page - 1, words.previous)}
      <span className="text-ink-soft">{words.page(search.page, pages)}</span>
      {search.page < pages && to(search.page + 1, words.next)}
    </p>
  );
}
