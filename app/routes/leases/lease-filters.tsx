import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { leases as area } from "#app/i18n/leases.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Day } from "#domain/day.ts";
import { leaseKinds, leaseQuery, leaseStatuses, type LeaseSearch } from "#domain/lease/lease-search.ts";

interface Props {
  search: LeaseSearch;
  today: Day;
  administrations: { code: string; name: string }[];
}

/** What a figure or another page has chosen stays chosen when something else is. */
const openedBy = ["unit", "ends", "party", "address", "use"] as const;

/** Which leases are shown, as of which day; everything is in the address. */
export function LeaseFilters({ search, today, administrations }: Props) {
  const words = useWords(area);
  const { filters } = words;
  const query = leaseQuery(search, today);
  return (
    <Card className="screen-only">
      <Form method="get" className="flex flex-wrap items-end gap-3" key={query}>
        <TextField
          {...{ label: filters.search, name: "q", type: "search", defaultValue: search.q, maxLength: 100 }}
          placeholder={filters.searchHint}
          className="w-full sm:w-72"
        />
        <SelectField
          {...{ label: filters.kind, name: "kind", none: filters.allKinds, defaultValue: search.kind ?? "" }}
          options={leaseKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        />
        <SelectField
          {...{ label: filters.administration, name: "administration", none: filters.allAdministrations }}
          defaultValue={search.administration ?? ""}
          options={administrations.map(({ code, name }) => ({ value: code, label: name }))}
          className="max-w-full sm:max-w-56"
        />
        <SelectField
          {...{ label: filters.status, name: "status", defaultValue: search.status ?? "all" }}
          options={[
            ...leaseStatuses.map((status) => ({ value: status as string, label: words.statuses[status] })),
            { value: "all", label: filters.all },
          ]}
        />
        <TextField {...{ label: filters.on, name: "on", type: "date", defaultValue: search.on }} />
        {openedBy.map((key) =>
          search[key] === null ? null : <input key={key} type="hidden" name={key} value={search[key]} />,
        )}
        {search.sort !== "number" && <input type="hidden" name="sort" value={search.sort} />}
        {search.order !== "asc" && <input type="hidden" name="order" value={search.order} />}
        <Button type="submit" look="primary">
          {filters.show}
        </Button>
        {query !== "" && (
          <Link to="/leases" className="text-link inline-flex min-h-9 items-center">
            {filters.reset}
          </Link>
        )}
      </Form>
      {search.unit && <p className="mt-2 text-ink-soft">{filters.unit(search.unit)}</p>}
      {search.party && <p className="mt-2 text-ink-soft">{filters.unit(search.party)}</p>}
      {search.ends !== null && (
        <p className="mt-2 text-ink-soft">
          {search.ends === "never" ? filters.endsNever : filters.endsIn(search.ends)}
        </p>
      )}
      {search.address && <p className="mt-2 text-ink-soft">{filters.oneAddress}</p>}
      {search.use && <p className="mt-2 text-ink-soft">{filters.oneUse}</p>}
    </Card>
  );
}
