import { Download } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Notice } from "#app/components/notice.tsx";
import { council as area } from "#app/i18n/council.ts";
import { councilPaper } from "#app/i18n/council-paper.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CouncilCase, Submission } from "#db/queries/council/get-council-case.ts";
import type { CasePart } from "#domain/council/frozen-inputs.ts";
import type { Id } from "#domain/id.ts";
import { recommendedIn } from "#domain/council/recommended-in.ts";
import { movesIn } from "./case-figures.ts";

type SubmissionProps = {
  found: Pick<CouncilCase, "id" | "status">;
  submission: Submission;
  changed: readonly CasePart[];
};

/** What was put before the council, frozen, and whether the case still says so. */
export function SubmissionCard({ found, submission, changed }: SubmissionProps) {
  const words = useWords(area).page;
  const format = useFormats();
  const scenario = recommendedIn(submission);
  const { round, submittedByName, submittedAt, meetingOn, sha256, inputs } = submission;
  return (
    <Card title={words.frozen} isFlush>
      <div className="flex flex-col gap-3 px-4 pb-4">
        {found.status === "submitted" &&
          (changed.length > 0 ? (
            <Notice status="attention" title={words.changed}>
              {words.changedParts(changed.map((part) => words.parts[part]).join(", "))}
            </Notice>
          ) : (
            <Notice status="good">{words.unchanged}</Notice>
          ))}
        <p>
          {words.submitted(round, submittedByName, format.dateTime(submittedAt))}
          {meetingOn && ` · ${words.meeting(format.day(meetingOn))}`}
        </p>
        <DescriptionList
          facts={[
            { term: words.scenario, value: scenario?.name },
            { term: words.units, value: format.number(inputs.units.length) },
            { term: words.premises, value: format.number(inputs.premises.length) },
            { term: words.hash, value: <code className="text-sm break-all">{sha256}</code> },
          ]}
        />
        {scenario && <PaperLinks caseId={found.id} />}
      </div>
      {scenario && (
        <DataTable
          caption={words.scenario}
          phone="cards"
          rows={movesIn(inputs, scenario)}
          rowKey={({ unit }) => unit.id}
          columns={[
            { key: "unit", header: words.units, cell: ({ unit }) => unit.name },
            {
              ...{ key: "employees", header: words.employees, isNumeric: true },
              cell: ({ unit }) => format.number(unit.employees),
            },
            {
              key: "moves",
              header: words.moves,
              cell: ({ from, to, isMoved }) => (isMoved ? `${from ?? "–"} → ${to}` : words.stays),
            },
          ]}
        />
      )}
    </Card>
  );
}

/** The case on four pages, and its numbers. */
function PaperLinks({ caseId }: { caseId: Id }) {
  const { get, files } = useWords(councilPaper);
  return (
    <nav aria-label={get} className="screen-only flex flex-wrap gap-2">
      {(["pdf", "docx", "xlsx"] as const).map((format) => (
        <LinkButton
          key={format}
          {...{ to: `/council/cases/${caseId}/paper/${format}`, icon: Download, reloadDocument: true }}
        >
          {files[format]}
        </LinkButton>
      ))}
    </nav>
  );
}
