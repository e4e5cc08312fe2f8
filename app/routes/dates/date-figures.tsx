import { Figure, Figures } from "#app/components/figure.tsx";
import { dates as area } from "#app/i18n/dates.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { datesQuery, type DatesSearch } from "#domain/lease-date/dates-search.ts";

interface DateFiguresProps {
  search: DatesSearch;
  warnings: readonly number[];
  levels: Record<string, number>;
  mine: number;
}

/** How many dates are past or near, of what the other filters find; each opens to its dates. */
export function DateFigures({ search, warnings, levels, mine }: DateFiguresProps) {
  const words = useWords(area).figures;
  const format = useFormats();
  const to = (change: Partial<DatesSearch>) => `/dates?${datesQuery(search, { month: null, ...change })}`;
  const near = [...warnings].sort((a, b) => a - b);
  return (
    <Figures>
      <Figure
        label={words.past}
        value={format.number(levels["past"] ?? 0)}
        note={words.pastNote}
        to={to({ level: "past" })}
        isLoud={(levels["past"] ?? 0) > 0}
      />
      {near.map((months, index) => (
        <Figure
          key={months}
          label={index === 0 ? words.within(months) : words.between(near[index - 1]!, months)}
          value={format.number(levels[months] ?? 0)}
          to={to({ level: months })}
        />
      ))}
      <Figure label={words.mine} value={format.number(mine)} to={to({ level: null, owner: "me" })} />
    </Figures>
  );
}
