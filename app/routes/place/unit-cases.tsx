import { Badge } from "#app/components/badge.tsx";
import { Card } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { place as area } from "#app/i18n/place.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { CaseRow } from "#db/queries/case/list-cases.ts";
import { CaseLine } from "../cases/case-line.tsx";
import type { CasesOfUnit } from "./load-unit-cases.ts";

type UnitCasesProps = { cases: CasesOfUnit; unitId: string; unitName: string };

/** What is under way for a unit, each with its state and the next day that counts, and what ended last. */
export function UnitCases({ cases, unitId, unitName }: UnitCasesProps) {
  const words = useWords(area).cases;
  const all = (state: string, text: string) => (
    <Link
      to={`/cases?unit=${unitId}&state=${state}`}
      className="text-link inline-flex min-h-8 items-center text-sm"
    >
      {text}
    </Link>
  );
  // A leader of two units has two such parts, told apart by ear as they are by eye.
  const named = (title: string) => (
    <>
      {title}
      <span className="sr-only">, {unitName}</span>
    </>
  );
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card
        title={named(words.open)}
        isFlush
        tools={
          <span className="flex items-center gap-3">
            {cases.yours > 0 && <Badge status="attention">{words.yours(cases.yours)}</Badge>}
            {cases.openTotal > cases.open.length && all("open", words.allOpen(cases.openTotal))}
          </span>
        }
      >
        {cases.open.length > 0 ? (
          <Lines rows={cases.open} />
        ) : (
          <p className="px-4 pb-4 text-ink-soft">{words.noneOpen}</p>
        )}
      </Card>
      {cases.ended.length > 0 && (
        <Card title={named(words.ended)} isFlush tools={all("ended", words.allEnded)}>
          <Lines rows={cases.ended} />
        </Card>
      )}
    </div>
  );
}

const Lines = ({ rows }: { rows: readonly CaseRow[] }) => (
  <ul className="border-t border-line">
    {rows.map((row) => (
      <li key={row.id} className="border-b border-line last:border-b-0">
        <CaseLine row={row} />
      </li>
    ))}
  </ul>
);
