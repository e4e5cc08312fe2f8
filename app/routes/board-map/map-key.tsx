import { board } from "#app/i18n/board.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { ClassSwatch } from "../portfolio/class-swatch.tsx";
import { mapClasses } from "./as-points.ts";

/** What the colours of the board's map mean. */
export function MapKey() {
  const words = useWords(board).map;
  const classes = [
    [mapClasses.late - 1, words.late],
    [mapClasses.onTime - 1, words.onTime],
    [null, words.unmeasured],
  ] as const;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 text-sm">
      {classes.map(([classIndex, label]) => (
        <li key={label} className="flex items-center gap-2">
          <ClassSwatch layer="condition" classIndex={classIndex} />
          {label}
        </li>
      ))}
    </ul>
  );
}
