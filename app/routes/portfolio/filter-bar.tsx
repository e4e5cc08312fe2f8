import { useSearchParams } from "@remix-run/react";
import { Search } from "lucide-react";
import { useRef } from "react";
import { Button } from "#app/components/button.tsx";
import { Icon } from "#app/components/icon.tsx";
import { Form } from "#app/components/link.tsx";
import { useOnChange } from "#app/components/use-on-change.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { portfolio } from "#app/i18n/portfolio.ts";
import type { Day } from "#domain/day.ts";
import { tenures, useGroups } from "#domain/portfolio-row.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import type { FilterOptions } from "./chips.ts";
import { FilterMenu } from "./filter-menu.tsx";
import { MoreFilters } from "./more-filters.tsx";
import { carriedAlong } from "./portfolio-url.ts";
import { useLiveForm } from "./use-live-form.ts";

type FilterBarProps = { search: PortfolioSearch; options: FilterOptions; today: Day };

/**
 * The filters in one row. It is a plain form: without JavaScript its button sends it; with it every choice is sent at
 * once, and typing when it pauses.
 */
export function FilterBar({ search, options, today }: FilterBarProps) {
  const words = useWords(portfolio);
  const [params] = useSearchParams();
  const { form, send, submit } = useLiveForm();
  const named = (list: readonly { code: string; name: string }[]) =>
    list.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Form
      ref={form}
      method="get"
      role="search"
      aria-label={words.filters}
      onChange={send}
      onSubmit={submit}
      preventScrollReset
      // What a browser puts back after a reload is not what the address says.
      autoComplete="off"
      className="flex items-center gap-2 max-md:flex-col max-md:items-stretch"
    >
      {carriedAlong(params).map(([name, value]) => (
        <input key={name} type="hidden" {...{ name, value }} />
      ))}
      {search.bbox && <input type="hidden" name="bbox" value={params.get("bbox") ?? ""} />}
      {search.ring && <input type="hidden" name="ring" value={params.get("ring") ?? ""} />}
      {search.ids.length > 0 && <input type="hidden" name="ids" value={search.ids.join(",")} />}
      <SearchField text={search.q} />
      <div className="flex items-center gap-2 max-md:-mx-3 max-md:overflow-x-auto max-md:px-3 max-md:py-0.5">
        <FilterMenu
          label={words.administration}
          name="administration"
          options={named(options.administrations)}
          chosen={search.administration}
        />
        <FilterMenu
          label={words.use}
          name="use"
          options={useGroups.map((value) => ({ value, label: words.uses[value] }))}
          chosen={search.use}
        />
        <FilterMenu
          label={words.district}
          name="district"
          options={named(options.districts)}
          chosen={search.district}
        />
        <FilterMenu
          label={words.tenure}
          name="tenure"
          options={tenures.map((value) => ({ value, label: words.tenures[value] }))}
          chosen={search.tenure}
        />
        <MoreFilters {...{ search, options, today }} count={countOfMore(search, today)} />
      </div>
      <Button type="submit" className="[@media(scripting:enabled)]:hidden">
        {words.show}
      </Button>
    </Form>
  );
}

function SearchField({ text }: { text: string }) {
  const words = useWords(portfolio);
  const field = useRef<HTMLInputElement>(null);
  // A chip or the history changes the text; what is being typed is left alone.
  useOnChange(text, () => {
    if (field.current && document.activeElement !== field.current) field.current.value = text;
  });
  return (
    <span className="relative min-w-40 flex-1 md:max-w-72">
      <Icon
        of={Search}
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-soft"
      />
      <input
        ref={field}
        type="search"
        name="q"
        aria-label={words.search}
        placeholder={words.searchHint}
        defaultValue={text}
        maxLength={200}
        className="control pl-9!"
      />
    </span>
  );
}

const countOfMore = (search: PortfolioSearch, today: Day): number =>
  search.unit.length +
  search.condition.length +
  Number(search.builtFrom !== null || search.builtTo !== null) +
  Number(search.areaFrom !== null || search.areaTo !== null) +
  Number(search.digitised !== null) +
  Number(search.on !== today);
