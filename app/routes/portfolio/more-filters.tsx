import { SlidersHorizontal, X } from "lucide-react";
import { useRef } from "react";
import { Button, buttonClass, IconButton } from "#app/components/button.tsx";
import { Icon } from "#app/components/icon.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useDismiss } from "#app/components/use-dismiss.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { common } from "#app/i18n/common.ts";
import { portfolio } from "#app/i18n/portfolio.ts";
import type { Day } from "#domain/day.ts";
import { conditions } from "#domain/portfolio-row.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import type { FilterOptions } from "./chips.ts";
import { CheckList } from "./filter-menu.tsx";

type MoreFiltersProps = { search: PortfolioSearch; options: FilterOptions; today: Day; count: number };

/** The filters that are asked for less often. */
export function MoreFilters({ search, options, today, count }: MoreFiltersProps) {
  const words = useWords(portfolio);
  const { close } = useWords(common);
  const details = useRef<HTMLDetailsElement>(null);
  useDismiss(details);
  const shut = () => details.current?.removeAttribute("open");
  return (
    <details ref={details} className="group relative">
      <summary
        className={`${buttonClass("secondary")} group-open:border-blue ${count > 0 ? "border-blue! text-blue!" : ""}`}
      >
        {count === 0 && <Icon of={SlidersHorizontal} className="size-4" />}
        <span className="font-medium">{words.moreFilters}</span>
        {count > 0 && (
          <span className="min-w-4 rounded-base bg-blue px-1 text-center text-xs leading-4 text-white">
            {count}
          </span>
        )}
      </summary>
      <div className="z-30 max-md:fixed max-md:inset-0 max-md:z-50 max-md:overflow-y-auto max-md:bg-surface max-md:p-4 md:absolute md:top-full md:right-0 md:mt-1 md:w-132 md:rounded-base md:border md:border-line md:bg-surface md:p-4 md:shadow-base">
        <header className="mb-3 flex items-center justify-between md:hidden">
          <h2 className="text-lg">{words.moreFilters}</h2>
          <IconButton icon={X} label={close} onClick={shut} />
        </header>
        <div className="grid gap-4 md:grid-cols-2">
          <SelectField
            key={search.unit.join()}
            label={words.unit}
            name="unit"
            none={words.allUnits}
            defaultValue={search.unit[0] ?? ""}
            options={options.units.map(({ code, name }) => ({ value: code, label: name }))}
            className="md:col-span-2"
          />
          <ConditionChoice search={search} />
          <FactFilters search={search} />
          <TextField
            key={search.on}
            label={words.on}
            hint={words.onHint}
            name="on"
            type="date"
            defaultValue={search.on === today ? "" : search.on}
            className="md:col-span-2"
          />
        </div>
        <div className="mt-4 flex justify-end">
          <Button type="submit" look="primary" onClick={() => setTimeout(shut)}>
            {words.show}
          </Button>
        </div>
      </div>
    </details>
  );
}

function ConditionChoice({ search }: { search: PortfolioSearch }) {
  const words = useWords(portfolio);
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold">{words.condition}</legend>
      <div className="-mx-2">
        <CheckList
          name="condition"
          chosen={search.condition.map(String)}
          options={conditions.map((condition) => ({
            value: String(condition),
            label: `${condition} · ${words.conditions[condition]}`,
          }))}
        />
      </div>
    </fieldset>
  );
}

function FactFilters({ search }: { search: PortfolioSearch }) {
  const words = useWords(portfolio);
  return (
    <div className="flex flex-col gap-4">
      <Range label={words.built} name="built" from={search.builtFrom} to={search.builtTo} />
      <Range label={words.area} unit={words.units.m2} name="area" from={search.areaFrom} to={search.areaTo} />
      <SelectField
        key={String(search.digitised)}
        label={words.digitised}
        name="digitised"
        none={words.anyDigitised}
        defaultValue={search.digitised === null ? "" : String(search.digitised)}
        options={[
          { value: "true", label: words.isDigitised },
          { value: "false", label: words.notDigitised },
        ]}
      />
    </div>
  );
}

type RangeProps = { label: string; name: string; unit?: string; from: number | null; to: number | null };

function Range({ label, name, unit, from, to }: RangeProps) {
  const words = useWords(portfolio);
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-semibold">{label}</legend>
      <div className="flex items-center gap-2">
        {(["From", "To"] as const).map((end) => {
          const value = end === "From" ? from : to;
          const word = end === "From" ? words.from : words.to;
          return (
            <input
              key={`${end} ${value}`}
              type="number"
              inputMode="numeric"
              min={0}
              name={`${name}${end}`}
              defaultValue={value ?? ""}
              aria-label={`${label} ${word}`}
              placeholder={word}
              className="control min-w-0"
            />
          );
        })}
        {unit && <span className="text-sm text-ink-soft">{unit}</span>}
      </div>
    </fieldset>
  );
}
