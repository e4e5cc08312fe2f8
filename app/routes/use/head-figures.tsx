import { Figure, Figures } from "#app/components/figure.tsx";
import { use as area } from "#app/i18n/use.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { UseSummary } from "#db/queries/use/summarise-use.ts";
import { availableHours, usageRates } from "#domain/use/use-rates.ts";
import type { UseView } from "#domain/use/use-search.ts";
import { toUse } from "./use-url.ts";

type Props = { summary: UseSummary; view: UseView; query: string };

/** Utilisation and what it is made of, how many at once, empty evenings; and, apart, how much is let. */
export function UseFigures({ summary, view, query }: Props) {
  const words = useWords(area).figures;
  const format = useFormats();
  const hours = availableHours(view.hours).filter(Boolean).length;
  const rates = usageRates({ ...summary, availableHours: hours });
  const peak = Math.max(0, ...summary.week);
  return (
    <Figures>
      <Figure
        label={words.utilisation}
        value={format.percent(rates.utilisation)}
        note={words.utilisationNote(format.percent(rates.frequency, 0), format.percent(rates.occupancy, 0))}
        isLoud
      />
      <Figure
        label={words.persons}
        value={format.number(peak, 0)}
        note={words.personsNote(format.number(summary.capacity))}
      />
      <Figure
        label={words.evening}
        value={format.number(summary.emptyEvenings)}
        note={words.eveningNote(format.areaM2(summary.emptyEveningM2))}
        to={toUse(query, view, { emptyEvenings: true })}
      />
      <Figure
        label={words.letting}
        value={format.percent(summary.portfolioM2 > 0 ? summary.letM2 / summary.portfolioM2 : null)}
        note={words.lettingNote}
      />
    </Figures>
  );
}
