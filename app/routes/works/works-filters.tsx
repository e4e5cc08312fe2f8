import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useWords } from "#app/i18n/use-words.tsx";
import { works as area } from "#app/i18n/works.ts";
import { backlogKinds } from "#domain/backlog/backlog-line.ts";
import { worksQuery, workStates, type WorksSearch } from "#domain/works/works-search.ts";

interface FiltersProps {
  search: WorksSearch;
  years: number[];
  administrations: { code: string; name: string }[];
  buildingName: string | null;
}

/** Which works are shown; everything is in the address. */
export function WorksFilters({ search, years, administrations, buildingName }: FiltersProps) {
  const words = useWords(area);
  const { filters } = words;
  const states = [
    { value: "open", label: filters.open },
    { value: "all", label: filters.all },
    ...workStates.map((state) => ({ value: state, label: words.states[state] })),
  ];
  const isFiltered = worksQuery(search) !== "";
  return (
    <Card className="screen-only">
      <Form method="get" className="flex flex-wrap items-end gap-3" key={worksQuery(search)}>
        <TextField
          {...{ label: filters.search, name: "q", type: "search", defaultValue: search.q, maxLength: 100 }}
          placeholder={filters.searchHint}
          className="w-full sm:w-64"
        />
        <SelectField
          {...{ label: filters.state, name: "state", defaultValue: search.state ?? "all", options: states }}
        />
        <SelectField
          {...{ label: filters.kind, name: "kind", none: filters.all, defaultValue: search.kind ?? "" }}
          options={backlogKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        />
        <SelectField
          {...{ label: filters.year, name: "year", none: filters.anyYear }}
          defaultValue={String(search.year ?? "")}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <SelectField
          {...{ label: filters.administration, name: "administration", none: filters.all }}
          defaultValue={search.administration ?? ""}
          options={administrations.map(({ code, name }) => ({ value: code, label: name }))}
          className="sm:max-w-56"
        />
        {search.building && <input type="hidden" name="building" value={search.building} />}
        <Button type="submit">{filters.show}</Button>
        {isFiltered && (
          <Link to="/works" className="text-link inline-flex min-h-9 items-center">
            {filters.reset}
          </Link>
        )}
      </Form>
      {search.building && buildingName && (
        <p className="mt-2 text-ink-soft">{filters.building(buildingName)}</p>
      )}
    </Card>
  );
}
