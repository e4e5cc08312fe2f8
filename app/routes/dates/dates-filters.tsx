import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { dates as area } from "#app/i18n/dates.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { dateKinds } from "#domain/lease-date/date-key.ts";
import { leaseKinds } from "#domain/lease/lease-search.ts";
import { datesQuery, dateStates, type DatesSearch } from "#domain/lease-date/dates-search.ts";

interface DatesFiltersProps {
  search: DatesSearch;
  warnings: readonly number[];
  administrations: { code: string; name: string }[];
  owners: { accountId: string; name: string }[];
}

/** What every choice has: its name in the address, its label, and the word for no choice. */
type Select = (
  name: keyof DatesSearch,
  label: string,
  none?: string,
) => { name: string; label: string; none: string; defaultValue: string };

/** Which dates are shown; everything is in the address. */
export function DatesFilters({ search, warnings, administrations, owners }: DatesFiltersProps) {
  const words = useWords(area);
  const { filters } = words;
  const select: Select = (name, label, none = filters.all) => ({
    ...{ name, label, none, defaultValue: String(search[name] ?? "") },
  });
  return (
    <Card className="screen-only">
      <Form method="get" className="flex flex-wrap items-end gap-3" key={datesQuery(search)}>
        <TextField
          {...{ label: filters.search, name: "q", type: "search", defaultValue: search.q, maxLength: 100 }}
          placeholder={filters.searchHint}
          className="w-full sm:w-56"
        />
        <SelectField
          {...select("administration", filters.administration)}
          options={administrations.map(({ code, name }) => ({ value: code, label: name }))}
          className="sm:max-w-56"
        />
        <SelectField
          {...select("lease", filters.lease)}
          options={leaseKinds.map((kind) => ({ value: kind, label: words.leaseKinds[kind] }))}
        />
        <SelectField
          {...select("kind", filters.kind, filters.action)}
          options={[
            { value: "every", label: filters.every },
            ...dateKinds.map((kind) => ({ value: kind, label: words.kinds[kind] })),
          ]}
        />
        <StandingFilters {...{ search, warnings, owners, select }} />
        {search.month === null ? (
          <>
            <TextField
              {...{ label: filters.from, name: "from", type: "date" }}
              defaultValue={search.from ?? ""}
            />
            <TextField {...{ label: filters.to, name: "to", type: "date" }} defaultValue={search.to ?? ""} />
          </>
        ) : (
          <input type="hidden" name="month" value={search.month} />
        )}
        <Button type="submit">{filters.show}</Button>
        {datesQuery({ ...search, month: null }) !== "" && (
          <Link to="/dates" className="text-link inline-flex min-h-9 items-center">
            {filters.reset}
          </Link>
        )}
      </Form>
    </Card>
  );
}

type StandingProps = Pick<DatesFiltersProps, "search" | "warnings" | "owners"> & { select: Select };

/** Whose dates, how near, and whether somebody has handled them. */
function StandingFilters({ search, warnings, owners, select }: StandingProps) {
  const words = useWords(area);
  const { filters } = words;
  return (
    <>
      <SelectField
        {...select("party", filters.party)}
        options={(["tenant", "landlord"] as const).map((party) => ({
          value: party,
          label: words.parties[party],
        }))}
      />
      <SelectField
        {...select("owner", filters.owner)}
        options={[
          { value: "me", label: filters.me },
          { value: "none", label: filters.noOwner },
          ...owners.map(({ accountId, name }) => ({ value: accountId, label: name })),
        ]}
        className="sm:max-w-56"
      />
      <SelectField
        {...select("level", filters.level)}
        options={[
          { value: "past", label: words.levels.past },
          ...[...warnings]
            .sort((a, b) => a - b)
            .map((months) => ({ value: String(months), label: words.levels.within(months) })),
          { value: "later", label: words.levels.later },
        ]}
      />
      <SelectField
        {...{ name: "state", label: filters.state, defaultValue: search.state }}
        options={dateStates.map((state) => ({ value: state, label: filters.states[state] }))}
      />
    </>
  );
}
