import { Form } from "@remix-run/react";
import { Button, LinkButton } from "#app/components/button.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { portfolio } from "#app/i18n/portfolio.ts";
import { staged } from "#app/i18n/staged.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { useGroups } from "#domain/portfolio-row.ts";
import { missingFacts, stagedStates } from "#domain/staged/staged-row.ts";
import type { StagedSearch } from "#domain/staged/staged-search.ts";

/** The filter of the list: a plain form, so that its answer has an address. */
export function StagedFilters({
  search,
  municipalities,
}: {
  search: StagedSearch;
  municipalities: string[];
}) {
  const words = useWords(staged);
  const uses = useWords(portfolio).uses;
  const { filters } = words;
  const { state, q, use, municipality, missing } = search;
  const isFiltered = Boolean(q || use || municipality || missing) || state !== "waiting";
  return (
    <Form
      method="get"
      role="search"
      key={JSON.stringify(search)}
      className="grid grid-cols-2 items-end gap-3 md:flex md:flex-wrap"
    >
      <TextField
        {...{ label: filters.search, name: "q", type: "search", defaultValue: q }}
        placeholder={filters.searchHint}
        className="col-span-2 md:min-w-64 md:flex-1"
      />
      <SelectField
        {...{ label: filters.state, name: "state", defaultValue: state }}
        options={stagedStates.map((value) => ({ value, label: words.states[value] }))}
      />
      <SelectField
        {...{ label: filters.use, name: "use", none: filters.allUses, defaultValue: use ?? "" }}
        options={useGroups.map((value) => ({ value, label: uses[value] }))}
      />
      <SelectField
        {...{ label: filters.municipality, name: "municipality", none: filters.allMunicipalities }}
        defaultValue={municipality ?? ""}
        options={municipalities.map((value) => ({ value, label: value }))}
      />
      <SelectField
        {...{
          label: filters.missing,
          name: "missing",
          none: filters.anyMissing,
          defaultValue: missing ?? "",
        }}
        options={[
          { value: "nothing", label: filters.nothingMissing },
          ...missingFacts.map((value) => ({ value, label: words.missing[value] })),
        ]}
      />
      <div className="col-span-2 flex gap-2">
        <Button type="submit">{filters.show}</Button>
        {isFiltered && <LinkButton to="/register/staged">{filters.reset}</LinkButton>}
      </div>
    </Form>
  );
}
