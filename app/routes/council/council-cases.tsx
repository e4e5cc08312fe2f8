import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { council as area } from "#app/i18n/council.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CouncilListed } from "#db/queries/council/list-council.ts";
import { StatusBadge } from "../colocation/status-badge.tsx";

/** The cases that are or were before the council, those that wait first. */
export function CouncilCases({ cases }: { cases: readonly CouncilListed[] }) {
  const words = useWords(area).cases;
  const format = useFormats();
  return (
    <Card title={words.caption} isFlush>
      <DataTable
        caption={words.caption}
        phone="cards"
        rows={cases}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/council/cases/${id}`}
        empty={<p className="text-ink-soft">{words.none}</p>}
        columns={[
          { key: "case", header: words.case, cell: ({ number, name }) => `${number} ${name}` },
          { key: "status", header: words.status, cell: ({ status }) => <StatusBadge status={status} /> },
          {
            key: "meeting",
            header: words.meeting,
            cell: ({ meetingOn }) => (meetingOn ? format.day(meetingOn) : words.noMeeting),
          },
          { key: "submitted", header: words.submitted, cell: ({ submittedOn }) => format.day(submittedOn) },
          {
            ...{ key: "funded", header: words.funded, isNumeric: true },
            cell: ({ fundedOre }) => format.ore(fundedOre),
          },
        ]}
      />
    </Card>
  );
}
