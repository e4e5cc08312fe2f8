import { building as area } from "#app/i18n/building.ts";
import { upkeep } from "#app/i18n/upkeep.ts";
import { documents } from "#app/i18n/documents.ts";
import { useWords } from "#app/i18n/use-words.tsx";

/** The sections of the page in their order, by the names of their anchors. */
const sections = [
  "facts",
  "areas",
  "leases",
  "occupations",
  "condition",
  "planned",
  "maintenance",
  "documents",
  "history",
] as const;

/** The ways to the sections of the page; they stay in view while one reads. */
export function SectionNav({ hasChanges }: { hasChanges: boolean }) {
  const words = useWords(area);
  const titles = {
    ...words,
    documents: { title: useWords(documents).heading },
    planned: useWords(upkeep).planned,
  };
  const shown = hasChanges ? ([...sections, "changes"] as const) : sections;
  return (
    <nav
      aria-label={words.sections}
      className="screen-only sticky top-14 z-10 -mx-4 overflow-x-auto border-b border-line bg-canvas px-4 md:-mx-6 md:px-6"
    >
      <ul className="flex gap-1">
        {shown.map((section) => (
          <li key={section}>
            <a
              href={`#${section}`}
              className="inline-flex min-h-10 items-center border-b-2 border-transparent px-3 whitespace-nowrap text-ink-soft -outline-offset-2 hover:border-line-strong hover:text-ink"
            >
              {titles[section].title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
