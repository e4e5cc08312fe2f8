import { Link } from "#app/components/link.tsx";
import { upkeep as area } from "#app/i18n/upkeep.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { PlannedLine } from "../place/load-planned.ts";
import { Section } from "./section.tsx";

/** What is planned for the building, year by year; nothing where nobody has planned anything. */
export function PlannedSection({ id, planned }: { id: string; planned: readonly PlannedLine[] }) {
  const words = useWords(area).planned;
  const years = [...new Set(planned.map(({ year }) => year))];
  return (
    <Section id="planned" title={words.title}>
      {years.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      <dl className="figures">
        {years.map((year) => (
          <div key={year} className="flex gap-6 border-b border-line py-1.5 last:border-b-0">
            <dt className="font-semibold">{year}</dt>
            <dd>
              <ul>
                {planned
                  .filter((one) => one.year === year)
                  .map((one) => (
                    <li key={one.id}>
                      <Link to={`/works/${one.id}`} className="text-link inline-flex min-h-6 items-center">
                        {one.name}
                      </Link>{" "}
                      {one.isOrdered && <span className="text-ink-soft">({words.ordered})</span>}
                    </li>
                  ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2">
        <Link to={`/works?building=${id}`} className="text-link inline-flex min-h-6 items-center">
          {words.all}
        </Link>
      </p>
    </Section>
  );
}
