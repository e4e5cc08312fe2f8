import { Badge } from "#app/components/badge.tsx";
import type { ItemNames } from "#app/components/responsibility/name-rule.ts";
import { responsibility } from "#app/i18n/responsibility.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { findHoles } from "#domain/responsibility/find-holes.ts";
import { causes, itemLocations } from "#domain/responsibility/terms.ts";

type CoverageProps = { coverage: ReturnType<typeof findHoles>; names: ItemNames };

/** How much of what can be asked the default answers, and where it is silent. */
export function Coverage({ coverage, names }: CoverageProps) {
  const words = useWords(responsibility);
  const format = useFormats();
  const { asked, silent, holes } = coverage;
  if (silent === 0)
    return (
      <p>
        <Badge status="good" isLong>
          {words.matrix.answersAll(format.number(asked))}
        </Badge>
      </p>
    );
  const list = (codes: readonly string[], of: Readonly<Record<string, string>>, all: number, any: string) =>
    codes.length === all ? any : codes.map((code) => of[code] ?? code).join(", ");
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">
        <Badge status="attention" isLong>
          {words.matrix.leavesOpen(format.number(silent), format.number(asked))}
        </Badge>
      </summary>
      <ul className="list-disc py-2 pl-6" aria-label={words.matrix.holes}>
        {holes.map((hole) => (
          <li key={JSON.stringify(hole)}>
            {[
              list(hole.items, names, Object.keys(names).length, words.anyItem),
              list(hole.locations, words.locations, itemLocations.length, ""),
              list(hole.causes, words.causes, causes.length, ""),
              hole.tenures.map((tenure) => words.tenures[tenure as keyof typeof words.tenures]).join(", "),
            ]
              .filter(Boolean)
              .join(" · ")}
            : {format.number(hole.count)}
          </li>
        ))}
      </ul>
    </details>
  );
}
