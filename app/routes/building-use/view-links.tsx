import { Link } from "#app/components/link.tsx";
import { use as area } from "#app/i18n/use.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { availabilities } from "#domain/use/use-rates.ts";
import type { UseView } from "#domain/use/use-search.ts";
import { usePeriods } from "#domain/use/use-week.ts";

const look = "text-link inline-flex min-h-6 items-center aria-[current]:font-semibold";

/** The same building in other weeks, or within other hours. */
export function ViewLinks({ id, view }: { id: string; view: UseView }) {
  const words = useWords(area);
  const to = (changes: Partial<UseView>) => {
    const { period, hours } = { ...view, ...changes };
    return `/buildings/${id}/use?period=${period}&hours=${hours}`;
  };
  const current = (isCurrent: boolean) => (isCurrent ? ("true" as const) : undefined);
  return (
    <div className="screen-only flex flex-wrap gap-x-8 gap-y-2">
      <nav aria-label={words.period} className="flex flex-wrap gap-x-5">
        {usePeriods.map((period) => (
          <Link
            key={period}
            to={to({ period })}
            aria-current={current(period === view.period)}
            className={look}
          >
            {words.periods[period]}
          </Link>
        ))}
      </nav>
      <nav aria-label={words.hours} className="flex flex-wrap gap-x-5">
        {availabilities.map((hours) => (
          <Link key={hours} to={to({ hours })} aria-current={current(hours === view.hours)} className={look}>
            {words.hoursNames[hours]}
          </Link>
        ))}
      </nav>
    </div>
  );
}
