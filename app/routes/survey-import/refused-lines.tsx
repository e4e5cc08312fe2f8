import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { surveys as area } from "#app/i18n/surveys.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { RefusedRow } from "#domain/survey/older-survey.ts";

const mostShown = 200;

/** Lines that could not be used, each with its reason. */
export function RefusedLines({ refused }: { refused: readonly RefusedRow[] }) {
  const words = useWords(area).import;
  const format = useFormats();
  const title = words.refused(format.number(refused.length));
  return (
    <Card title={title} isFlush>
      <DataTable
        caption={title}
        rows={refused.slice(0, mostShown)}
        rowKey={({ line, fault }) => `${line} ${fault}`}
        columns={[
          { key: "line", header: words.line, isNumeric: true, cell: ({ line }) => line },
          { key: "why", header: words.why, cell: ({ fault }) => words.faults[fault] },
        ]}
      />
      {refused.length > mostShown && (
        <p className="p-4 text-sm text-ink-soft">{words.more(format.number(refused.length - mostShown))}</p>
      )}
    </Card>
  );
}
