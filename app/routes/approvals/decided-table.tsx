import { useSubject } from "#app/components/approval/approval-facts.tsx";
import { Badge } from "#app/components/badge.tsx";
import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { approvals } from "#app/i18n/approvals.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { ApprovalRow } from "#db/queries/approval/get-approval.ts";

/** What one has answered lately. */
export function DecidedTable({ rows }: { rows: readonly ApprovalRow[] }) {
  const words = useWords(approvals);
  const format = useFormats();
  const subject = useSubject();
  return (
    <Card title={words.decidedTitle} isFlush>
      <DataTable
        caption={words.decidedCaption}
        phone="cards"
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => `/cases/${row.caseNumber}`}
        columns={[
          { key: "what", header: words.what, cell: (row) => `${subject(row)}, ${row.place}` },
          { key: "case", header: words.case(""), cell: (row) => row.caseNumber },
          {
            key: "amount",
            header: words.amount,
            isNumeric: true,
            cell: (row) => format.ore(row.amountOre, "ore"),
          },
          {
            key: "answer",
            header: words.answer,
            cell: (row) =>
              row.decision === "approved" ? (
                <Badge status="good">{words.approved}</Badge>
              ) : (
                <Badge status="bad">{words.rejected}</Badge>
              ),
          },
          { key: "when", header: words.when, cell: (row) => format.dateTime(row.decidedAt) },
        ]}
      />
    </Card>
  );
}
