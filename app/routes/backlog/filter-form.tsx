import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { backlog as area } from "#app/i18n/backlog.ts";
import { portfolio } from "#app/i18n/portfolio.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { FilterNames } from "#db/queries/list-filter-options.ts";
import { useGroups } from "#domain/portfolio-row.ts";
import { backlogTo } from "./backlog-url.ts";

type Props = { query: string; on: string; names: FilterNames };

/** Which buildings, and as of which day. What else the address narrows by goes along and can be let go. */
export function FilterForm({ query, on, names }: Props) {
  const words = useWords(area).filter;
  const { uses } = useWords(portfolio);
  const asked = new URLSearchParams(query);
  const own = ["on", "administration", "unit", "district", "use"];
  const others = [...asked].filter(([key]) => !own.includes(key));
  const select = (key: string, label: string, none: string, options: { value: string; label: string }[]) => (
    <SelectField
      {...{ label, none, options, name: key }}
      defaultValue={asked.get(key) ?? ""}
      className="min-w-0 grow basis-36"
    />
  );
  return (
    <Card className="screen-only">
      <Form method="get" action="/backlog" className="flex flex-wrap items-end gap-3" key={query}>
        {others.map(([key, value], index) => (
          <input key={index} type="hidden" name={key} value={value} />
        ))}
        {select(
          "administration",
          words.administration,
          words.all,
          names.administrations.map(({ code, name }) => ({ value: code, label: name })),
        )}
        {select(
          "unit",
          words.unit,
          words.all,
          names.units.map(({ code, name }) => ({ value: code, label: name })),
        )}
        {select(
          "district",
          words.district,
          words.all,
          names.districts.map(({ code, name }) => ({ value: code, label: name })),
        )}
        {select(
          "use",
          words.use,
          words.all,
          useGroups.map((group) => ({ value: group, label: uses[group] })),
        )}
        <TextField {...{ label: words.on, name: "on", type: "date", defaultValue: on }} />
        <Button type="submit">{words.show}</Button>
        {asked.size > 0 && (
          <Link to={backlogTo("/backlog", "")} className="text-link inline-flex min-h-9 items-center">
            {words.clear}
          </Link>
        )}
      </Form>
    </Card>
  );
}
