import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { figures as area } from "#app/i18n/figures.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Day } from "#domain/day-count.ts";
import {
  figureGroups,
  figuresQuery,
  usualPeriods,
  type FiguresSearch,
} from "#domain/figures/figures-search.ts";

/** The period and what the figures are set out by. */
export function SearchForm({ search, today }: { search: FiguresSearch; today: Day }) {
  const words = useWords(area);
  const periods = usualPeriods(today);
  return (
    <Card className="screen-only">
      <Form method="get" className="flex flex-wrap items-end gap-3" key={figuresQuery(search)}>
        <TextField {...{ label: words.from, name: "from", type: "date", defaultValue: search.from }} />
        <TextField {...{ label: words.to, name: "to", type: "date", defaultValue: search.to }} />
        <SelectField
          {...{ label: words.by, name: "by", defaultValue: search.by }}
          options={figureGroups.map((group) => ({ value: group, label: words.groups[group] }))}
        />
        <Button type="submit">{words.show}</Button>
      </Form>
      <nav aria-label={words.periodsLabel} className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
        {(["twelveMonths", "thisYear", "lastYear"] as const).map((name) => (
          <Link
            key={name}
            to={`/figures?${figuresQuery(search, periods[name])}`}
            aria-current={
              periods[name].from === search.from && periods[name].to === search.to ? "true" : undefined
            }
            className="text-link inline-flex min-h-6 items-center aria-[current]:font-semibold"
          >
            {words.periods[name]}
          </Link>
        ))}
      </nav>
    </Card>
  );
}
