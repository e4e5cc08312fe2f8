import { Card } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { works as area } from "#app/i18n/works.ts";
import type { WorkFile } from "#db/queries/works/get-work.ts";
import type { WorkAnswer } from "./change-work.server.ts";
import { EvidenceFields } from "./evidence-fields.tsx";
import { Fold } from "./fold.tsx";

/** The cases that show what the work is about, and the form that attaches one more. */
export function EvidenceCard({ work, answer }: { work: WorkFile; answer: WorkAnswer | undefined }) {
  const words = useWords(area).evidence;
  const format = useFormats();
  const typed = answer?.intent === "evidence" ? answer.typed : null;
  return (
    <Card title={words.title}>
      {work.evidence.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      <ul className="flex flex-col gap-2">
        {work.evidence.map(({ caseNumber, text, note, addedBy, addedOn }) => (
          <li key={caseNumber} className="border-b border-line pb-2 last:border-b-0">
            <Link to={`/cases/${caseNumber}`} className="text-link">
              {caseNumber}
            </Link>
            <p className="break-words">{text}</p>
            {note && <p className="break-words text-ink-soft">{note}</p>}
            <p className="text-sm text-ink-soft">{words.by(addedBy, format.day(addedOn))}</p>
          </li>
        ))}
      </ul>
      {work.mayWrite && (
        <Fold
          {...{ title: words.add, intent: "evidence", version: work.version, submit: words.submit }}
          isOpen={typed !== null}
        >
          <TextField
            {...{ label: words.case, name: "caseNumber", hint: words.caseHint, required: true }}
            defaultValue={typed?.["caseNumber"]}
          />
          <EvidenceFields
            {...{ typed }}
            least={Math.max(work.consequence, work.raisedConsequence ?? 1) + 1}
          />
        </Fold>
      )}
    </Card>
  );
}
