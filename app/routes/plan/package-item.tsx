import { ConditionMark } from "./condition-mark.tsx";
import { Link } from "#app/components/link.tsx";
import { plans as area } from "#app/i18n/plans.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { PlanPackage } from "#db/queries/plan/list-packages.ts";
import type { PlanRates } from "#domain/plan/open-work.ts";
import { ChooseForm, type ChooseFrame } from "./choose-form.tsx";
import { whyNot, whyThen } from "./why.ts";

type Props = {
  found: PlanPackage;
  year: number | null;
  of: number;
  rates: PlanRates;
  /** Null where the reader may not move works. */
  frame: ChooseFrame | null;
};

/** One building's works of a year: what, for how much, why then, and the way to move one of them. */
export function PackageItem({ found, year, of, rates, frame }: Props) {
  const words = useWords(area);
  const format = useFormats();
  const say = words.packages;
  const why =
    year === null
      ? whyNot(found, { words: words.why, format })
      : whyThen(found, { words: words.why, format, rates, year, of });
  return (
    <li className="flex flex-col gap-2 border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="min-w-0 font-semibold">
          <Link to={`/buildings/${found.buildingId}`} className="text-link">
            {found.name}
          </Link>
          <span className="block text-sm font-normal text-ink-soft">
            {[found.address, found.administration].filter(Boolean).join(", ")}
          </span>
        </h3>
        <p className="figures sm:text-right">
          <span className="font-semibold">{format.ore(found.costOre)}</span>
          {found.rank !== null && year !== null && (
            <span className="block text-sm text-ink-soft">{say.rank(found.rank, year)}</span>
          )}
        </p>
      </div>
      <ul className="figures flex flex-col gap-0.5 text-sm">
        {found.works.map((work) => (
          <li key={work.id} className="flex flex-wrap items-center gap-x-3">
            <ConditionMark condition={work.condition} />
            <span className="min-w-0 flex-1">
              {work.title}{" "}
              <span className="text-ink-soft">
                ({words.kinds[work.kind]}, {work.number})
              </span>
              {work.isPinned && <span className="text-ink-soft"> · {words.choose.isPinned}</span>}
              {work.isForbidden && <span className="text-ink-soft"> · {words.choose.isForbidden}</span>}
            </span>
            <span>{format.ore(work.costOre)}</span>
          </li>
        ))}
      </ul>
      <details className="text-sm">
        <summary className="min-h-6 font-medium text-blue">
          {year === null ? say.whyNot(found.name) : say.why(found.name, year)}
        </summary>
        <ul className="mt-1 list-disc space-y-0.5 pl-5">
          {why.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {frame && <ChooseForm found={found} year={year} frame={frame} />}
      </details>
    </li>
  );
}
