import { Card } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { useWords } from "#app/i18n/use-words.tsx";
import { works as area } from "#app/i18n/works.ts";
import type { CaseWork } from "#db/queries/works/list-case-works.ts";
import { isOpenWork } from "#domain/works/works-search.ts";
import { EvidenceFields } from "../building-work/evidence-fields.tsx";
import { Fold } from "../building-work/fold.tsx";
import type { StepReply } from "./take-answer.server.ts";

interface WorksCardProps {
  caseNumber: string;
  works: readonly CaseWork[];
  mayAttach: boolean;
  reply: StepReply | undefined;
}

/** The works that a case is the order of or shows; and the form that attaches it to one more of the building. */
export function WorksCard({ caseNumber, works, mayAttach, reply }: WorksCardProps) {
  const { evidence: words, faults, fields, states } = useWords(area);
  const own = works.filter(({ isEvidenced, isOrder }) => isEvidenced || isOrder);
  const others = works.filter(({ isEvidenced, state }) => !isEvidenced && isOpenWork(state));
  const fault = reply?.work;
  if (own.length === 0 && !(mayAttach && others.length > 0)) return null;
  return (
    <Card title={words.ofCase}>
      {own.length === 0 && <p className="text-ink-soft">{words.noneOfCase}</p>}
      <ul>
        {own.map(({ id, number, title, year, state, isOrder }) => (
          <li key={id}>
            {isOrder ? words.isOrder : words.isEvidence}{" "}
            <Link to={`/works/${id}`} className="text-link">
              {number} {title}
            </Link>{" "}
            <span className="text-ink-soft">({[states[state], year].filter(Boolean).join(", ")})</span>
          </li>
        ))}
      </ul>
      {fault && (
        <p role="alert" className="mt-2 text-bad">
          {faults[fault] ?? fields[fault] ?? faults["form"]}
        </p>
      )}
      {mayAttach && others.length > 0 && (
        <Fold
          title={words.attach}
          intent="evidence"
          version={1}
          submit={words.submit}
          isOpen={Boolean(fault)}
        >
          <input type="hidden" name="caseNumber" value={caseNumber} />
          <SelectField
            {...{ label: words.work, name: "workId", none: words.choose, required: true }}
            options={others.map(({ id, number, title, year }) => ({
              value: id,
              label: [`${number} ${title}`, year].filter(Boolean).join(", "),
            }))}
          />
          <EvidenceFields typed={null} least={2} />
        </Fold>
      )}
    </Card>
  );
}
