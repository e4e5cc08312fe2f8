import { Figure, Figures } from "#app/components/figure.tsx";
import { staged } from "#app/i18n/staged.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { StagedCounts } from "#db/queries/staged/list-staged.ts";

/** How many rows stand where, each the way to them; and the buildings that no total counts. */
export function StagedCountsLine({ counts }: { counts: StagedCounts }) {
  const words = useWords(staged);
  const format = useFormats();
  return (
    <Figures>
      <Figure
        label={words.states.waiting}
        value={format.number(counts.waiting)}
        note={words.ready(format.number(counts.ready))}
        to="/register/staged"
      />
      <Figure
        label={words.states.rejected}
        value={format.number(counts.rejected)}
        to="/register/staged?state=rejected"
      />
      <Figure
        label={words.states.confirmed}
        value={format.number(counts.confirmed)}
        to="/register/staged?state=confirmed"
      />
      <Figure label={words.incomplete} value={format.number(counts.incomplete)} note={words.incompleteNote} />
    </Figures>
  );
}
