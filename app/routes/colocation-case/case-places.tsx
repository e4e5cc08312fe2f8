import { NavLink } from "#app/components/link.tsx";
import { colocation as area } from "#app/i18n/colocation.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Id } from "#domain/id.ts";

/** The pages of a case. */
export function CasePlaces({ id }: { id: Id }) {
  const { places } = useWords(area);
  const to = [
    [`/colocation/${id}`, places.overview],
    [`/colocation/${id}/edit`, places.edit],
    [`/colocation/${id}/economy`, places.economy],
    [`/colocation/${id}/assumptions`, places.assumptions],
  ] as const;
  return (
    <nav
      aria-label={places.label}
      className="screen-only flex flex-wrap gap-x-5 gap-y-1 border-b border-line"
    >
      {to.map(([href, word]) => (
        <NavLink
          key={href}
          to={href}
          end
          className={({ isActive }) =>
            `-mb-px inline-flex min-h-9 items-center border-b-2 font-medium no-underline ${isActive ? "border-blue text-ink" : "border-transparent text-link"}`
          }
        >
          {word}
        </NavLink>
      ))}
    </nav>
  );
}
