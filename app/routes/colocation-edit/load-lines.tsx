import { colocationEdit as area } from "#app/i18n/colocation-edit.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { HourStrip } from "./hour-strip.tsx";
import type { FunctionLoad } from "#domain/colocation/capacity.ts";

/** What each function needs of what there is, and what sharing in turn saves and where it clashes. */
export function LoadLines({ functions }: { functions: readonly FunctionLoad[] }) {
  const words = useWords(area);
  const format = useFormats();
  if (functions.length === 0) return null;
  return (
    <ul className="text-sm">
      {functions.map(({ roomFunction, neededPlaces, capacityPlaces, shared, isOver, byHour }) => {
        const needed = format.number(neededPlaces, 0);
        return (
          <li key={roomFunction} className={isOver ? "font-semibold text-bad" : ""}>
            {words.functions[roomFunction]}:{" "}
            {capacityPlaces === null
              ? words.placesUnknown(needed)
              : words.places(needed, format.number(capacityPlaces, 0))}
            {shared && (
              <span className="block pl-3 font-normal text-ink-soft">
                {words.shared(format.number(shared.savedPlaces, 0), format.number(shared.diversity, 2))}
                {shared.clashHours.length > 0 && `. ${words.clashes(shared.clashHours.length)}`}
              </span>
            )}
            <HourStrip byHour={byHour} capacity={capacityPlaces} />
          </li>
        );
      })}
    </ul>
  );
}
