import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { candidates as area } from "#app/i18n/candidates.ts";
import { portfolio } from "#app/i18n/portfolio.ts";
import { use } from "#app/i18n/use.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { FilterNames } from "#db/queries/list-filter-options.ts";
import { useGroups } from "#domain/portfolio-row.ts";
import { candidatePartners } from "#domain/colocation/candidates/candidate-search.ts";

type Props = { query: string; names: Pick<FilterNames, "administrations" | "districts"> };
type Options = { value: string; label: string }[];

/** Everything a candidate can be chosen by; what one rarely turns is folded away until it is used. */
export function CandidateFilter({ query, names }: Props) {
  const words = useWords(area);
  const { filter } = words;
  const choices = useChoices(names);
  const asked = new URLSearchParams(query);
  const select = ([name, options]: readonly [keyof typeof filter, Options]) => (
    <SelectField
      {...{ name, label: filter[name], options }}
      key={name}
      none={name === "partner" ? undefined : filter.any}
      defaultValue={asked.get(name) ?? ""}
      className="min-w-0"
    />
  );
  const check = (name: "vacates" | "stopped") => (
    <label className="flex min-h-9 items-center gap-2">
      <input type="checkbox" name={name} value="1" defaultChecked={asked.has(name)} className="size-4.5" />
      {filter[name]}
    </label>
  );
  const grid = "grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:grid-cols-5";
  const isRareUsed = choices.rare.some(([name]) => asked.get(name));
  return (
    <Card className="screen-only">
      <Form method="get" action="/candidates" className="flex flex-col gap-3" key={query}>
        <div className={grid}>
          <TextField name="q" label={filter.q} defaultValue={asked.get("q") ?? ""} className="min-w-0" />
          {choices.usual.map(select)}
        </div>
        <details open={isRareUsed}>
          <summary className="text-link min-h-9 cursor-pointer py-1.5">{filter.more}</summary>
          <div className={`${grid} pt-2`}>{choices.rare.map(select)}</div>
        </details>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          {check("vacates")}
          {check("stopped")}
          <Button type="submit">{filter.show}</Button>
          {asked.size > 0 && (
            <Link to="/candidates" className="text-link inline-flex min-h-9 items-center">
              {filter.clear}
            </Link>
          )}
        </div>
      </Form>
    </Card>
  );
}

function useChoices({ administrations, districts }: Props["names"]) {
  const words = useWords(area);
  const { uses } = useWords(portfolio);
  const { kinds } = useWords(use).peers;
  const format = useFormats();
  const named = (list: readonly { code: string; name: string }[]): Options =>
    list.map(({ code, name }) => ({ value: code, label: name }));
  const entries = (list: Record<string, string>): Options =>
    Object.entries(list).map(([value, label]) => ({ value, label }));
  const numbers = (list: readonly number[], say: (text: string) => string): Options =>
    list.map((one) => ({ value: String(one), label: say(format.number(one)) }));
  return {
    usual: [
      ["administration", named(administrations)],
      ["kind", entries(kinds)],
      [
        "partner",
        [...candidatePartners, "all" as const].map((value) => ({ value, label: words.partners[value] })),
      ],
      ["minutes", numbers([5, 10, 15, 30], words.atMostMinutes)],
    ],
    rare: [
      ["district", named(districts)],
      ["use", useGroups.map((value) => ({ value, label: uses[value] }))],
      ["worst", [1, 2, 3, 4, 5].map((value) => ({ value: String(value), label: words.atWorst(value) }))],
      ["way", entries(words.ways)],
      ["fit", entries(words.fits)],
      ["clashes", numbers([0, 2, 5], words.atMostHours)],
      ["leaves", entries(words.left)],
      ["leaseMonths", numbers([12, 24, 36, 60], words.withinMonths)],
      ["payback", numbers([3, 6, 10, 20], words.withinYears)],
    ],
  } as const satisfies Record<string, readonly (readonly [keyof typeof words.filter, Options])[]>;
}
