import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { portfolio } from "#app/i18n/portfolio.ts";
import { use as area } from "#app/i18n/use.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { FilterNames } from "#db/queries/list-filter-options.ts";
import { useGroups } from "#domain/portfolio-row.ts";
import { availabilities } from "#domain/use/use-rates.ts";
import type { UseView } from "#domain/use/use-search.ts";
import { usePeriods } from "#domain/use/use-week.ts";

type Props = { query: string; view: UseView; names: FilterNames };

/** Which buildings, which weeks, within which hours. What else the address narrows by goes along. */
export function UseFilter({ query, view, names }: Props) {
  const words = useWords(area);
  const { filter } = words;
  const { uses } = useWords(portfolio);
  const asked = new URLSearchParams(query);
  const own = ["administration", "district", "use"];
  const named = (list: { code: string; name: string }[]) =>
    list.map(({ code, name }) => ({ value: code, label: name }));
  const select = (
    name: string,
    label: string,
    options: { value: string; label: string }[],
    { value = asked.get(name) ?? "", none = filter.all as string | undefined } = {},
  ) => (
    <SelectField {...{ name, label, options, none }} defaultValue={value} className="min-w-0 grow basis-36" />
  );
  return (
    <Card className="screen-only">
      <Form method="get" action="/use" className="flex flex-wrap items-end gap-3" key={query}>
        {[...asked]
          .filter(([key]) => !own.includes(key))
          .map(([key, value], index) => (
            <input key={index} type="hidden" name={key} value={value} />
          ))}
        {view.emptyEvenings && <input type="hidden" name="evening" value="empty" />}
        {select("administration", filter.administration, named(names.administrations))}
        {select("district", filter.district, named(names.districts))}
        {select(
          "use",
          filter.use,
          useGroups.map((group) => ({ value: group, label: uses[group] })),
        )}
        {select(
          "period",
          words.period,
          usePeriods.map((value) => ({ value, label: words.periods[value] })),
          { value: view.period, none: undefined },
        )}
        {select(
          "hours",
          words.hours,
          availabilities.map((value) => ({ value, label: words.hoursNames[value] })),
          { value: view.hours, none: undefined },
        )}
        <Button type="submit">{filter.show}</Button>
        {asked.size > 0 && (
          <Link to="/use" className="text-link inline-flex min-h-9 items-center">
            {filter.clear}
          </Link>
        )}
      </Form>
    </Card>
  );
}
