import { Map } from "lucide-react";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { plans as area } from "#app/i18n/plans.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { PlanPackage } from "#db/queries/plan/list-packages.ts";
import type { PlanRates } from "#domain/plan/open-work.ts";
import type { ChooseFrame } from "./choose-form.tsx";
import { PackageItem } from "./package-item.tsx";
import { planQuery, type PlanSearch } from "./search.ts";

export interface ShownPackages {
  items: PlanPackage[];
  total: number;
  works: number;
  costOre: number;
}

type Props = {
  planId: string;
  search: PlanSearch;
  years: readonly number[];
  found: ShownPackages;
  /** Packages of the year without any filter. */
  of: number;
  pageSize: number;
  rates: PlanRates;
  frame: ChooseFrame | null;
  administrations: readonly { code: string; name: string }[];
  budgetOre: number;
};

/** The works of one year by building, the most saving first, each explained. */
export function PackagesCard(props: Props) {
  const { planId, search, found, of, rates, frame } = props;
  const words = useWords(area).packages;
  const format = useFormats();
  const isUnfiltered = !search.q && !search.administration && !search.building;
  const name = search.year === null ? words.leftOut : words.title(String(search.year));
  return (
    <Card
      title={name}
      tools={
        <LinkButton to={`/plans/${planId}/map?${planQuery(search)}`} icon={Map}>
          {words.onMap}
        </LinkButton>
      }
      isFlush
    >
      <YearTabs {...props} />
      <PackageFilter {...props} />
      <p className="figures px-4 py-2 text-sm text-ink-soft">
        {words.found(
          format.number(found.total),
          format.number(found.works),
          format.ore(found.costOre, "million"),
        )}
        {isUnfiltered && of > found.total && ` ${words.hidden(of - found.total)}`}
      </p>
      {found.items.length === 0 ? (
        <p className="px-4 pb-4">{props.budgetOre === 0 && search.year !== null ? words.zero : words.none}</p>
      ) : (
        <ul className="border-t border-line">
          {found.items.map((one) => (
            <PackageItem key={one.buildingId} found={one} {...{ year: search.year, of, rates, frame }} />
          ))}
        </ul>
      )}
      <Pager {...{ planId, search, pages: Math.ceil(found.total / props.pageSize) }} />
    </Card>
  );
}

function YearTabs({ planId, search, years }: Props) {
  const words = useWords(area).packages;
  const tabs = [
    ...years.map((year) => ({ year, label: String(year) })),
    { year: null, label: words.leftOutShort },
  ];
  return (
    <nav aria-label={words.show} className="flex flex-wrap gap-1 px-4 pb-2">
      {tabs.map(({ year, label }) => (
        <Link
          key={label}
          to={`/plans/${planId}?${planQuery(search, { year })}`}
          preventScrollReset
          aria-current={search.year === year ? "page" : undefined}
          className="inline-flex min-h-8 items-center rounded-base border border-line px-2.5 text-sm no-underline hover:border-blue aria-[current=page]:border-blue aria-[current=page]:bg-blue-tint aria-[current=page]:font-semibold"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

function PackageFilter({ search, administrations }: Props) {
  const words = useWords(area).packages;
  return (
    <Form className="grid items-end gap-3 px-4 pb-2 sm:grid-cols-[2fr_2fr_auto]" preventScrollReset>
      <input type="hidden" name="year" value={search.year ?? "none"} />
      <TextField {...{ name: "q", type: "search", label: words.search, defaultValue: search.q }} />
      <SelectField
        {...{ name: "administration", label: words.administration, none: words.all }}
        defaultValue={search.administration ?? ""}
        options={administrations.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Button type="submit">{words.show}</Button>
    </Form>
  );
}

function Pager({ planId, search, pages }: Pick<Props, "planId" | "search"> & { pages: number }) {
  const words = useWords(area).packages;
  if (pages <= 1) return null;
  const to = (page: number) => `/plans/${planId}?${planQuery(search, { page })}`;
  return (
    <nav aria-label={words.more} className="flex gap-4 border-t border-line px-4 py-3">
      {search.page > 1 && (
        <Link to={to(search.page - 1)} className="text-link">
          {words.fewer}
        </Link>
      )}
      {search.page < pages && (
        <Link to={to(search.page + 1)} className="text-link">
          {words.more}
        </Link>
      )}
    </nav>
  );
}
