import { Link } from "#app/components/link.tsx";
import { condition as area } from "#app/i18n/condition.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { BuildingCondition } from "./load-condition.ts";

/** What it costs to let the building's backlog wait, in one sentence, and the way to its curves. */
export function WaitingCard({ waiting, to }: Pick<BuildingCondition, "waiting"> & { to: string }) {
  const words = useWords(area).waiting;
  const format = useFormats();
  if (waiting.every(({ ore }) => ore === 0)) return null;
  return (
    <div>
      <h3 className="mb-1 font-semibold">{words.title}</h3>
      <ul className="figures">
        {waiting.map(({ years, ore }) => (
          <li key={years}>{words.sentence(years, format.ore(Math.round(ore)))}</li>
        ))}
      </ul>
      <Link to={to} className="text-link inline-flex min-h-6 items-center">
        {words.see}
      </Link>
    </div>
  );
}
