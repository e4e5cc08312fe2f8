import { Figure } from "#app/components/figure.tsx";
import { place as area } from "#app/i18n/place.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { PlaceRow } from "#db/queries/list-places.ts";
import type { NextDate } from "./load-next-dates.server.ts";

/** What the unit pays a year, and the next date of its leases that asks for a decision. */
export function UnitFigures({ place, next }: { place: PlaceRow; next: NextDate | null }) {
  const words = useWords(area);
  const format = useFormats();
  const rents = place.leases.flatMap(({ annualRentOre }) => (annualRentOre === null ? [] : [annualRentOre]));
  const numbers = place.leases.map((lease) => lease.number).join(", ");
  // The largest of them, where there are several; each has its own page from the building's.
  const [lease] = [...place.leases].sort((a, b) => (b.annualRentOre ?? 0) - (a.annualRentOre ?? 0));
  return (
    <dl className="grid gap-3 sm:grid-cols-2 lg:max-w-3xl">
      <Figure
        label={words.rent}
        value={rents.length > 0 ? format.ore(rents.reduce((sum, ore) => sum + ore, 0)) : words.rentUnknown}
        note={numbers ? words.leases(numbers, place.leases.length) : words.noLeases}
        to={lease && `/leases/${lease.id}`}
      />
      <Figure
        label={words.next}
        value={next ? format.day(next.on) : words.noNext}
        note={next?.text}
        to={next ? `/dates/${next.key}` : undefined}
      />
    </dl>
  );
}
