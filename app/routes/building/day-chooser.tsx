import { Button } from "#app/components/button.tsx";
import { Form } from "#app/components/link.tsx";
import { building as area } from "#app/i18n/building.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { BuildingSearch } from "./search.ts";

/** The day on which the building is shown. */
export function DayChooser({ search }: { search: BuildingSearch }) {
  const words = useWords(area).day;
  return (
    <Form method="get" preventScrollReset className="flex items-end gap-2">
      <label className="flex flex-col gap-1 text-sm font-semibold">
        {words.label}
        <input
          key={search.on}
          type="date"
          name="on"
          required
          min="1900-01-01"
          max="2199-12-31"
          defaultValue={search.on}
          className="control font-normal"
        />
      </label>
      {search.from && <input type="hidden" name="from" value={search.from.slice(1)} />}
      <Button type="submit">{words.show}</Button>
    </Form>
  );
}
