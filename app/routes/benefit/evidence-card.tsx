import { Paperclip } from "lucide-react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Field } from "#app/components/field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { benefits as area } from "#app/i18n/benefits.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { BenefitRow } from "#db/queries/benefit/list-benefits.ts";

/** What shows that the line was realised. */
export function EvidenceCard({ line, mayAnswer }: { line: BenefitRow; mayAnswer: boolean }) {
  const words = useWords(area).page;
  const format = useFormats();
  return (
    <Card title={words.evidence}>
      {line.evidence.length === 0 && <p className="text-ink-soft">{words.noEvidence}</p>}
      <ul>
        {line.evidence.map(({ id, title, fileName, bytes }) => (
          <li key={id} className="py-1">
            <a href={`/benefits/evidence/${id}`} className="text-link inline-block min-h-6">
              {title}
            </a>
            <span className="block text-sm text-ink-soft">
              {fileName}, {format.bytes(bytes)}
            </span>
          </li>
        ))}
      </ul>
      {mayAnswer && (
        <form
          method="post"
          encType="multipart/form-data"
          className="mt-4 flex flex-col gap-3 border-t border-line pt-4"
        >
          <TextField
            {...{ id: "title", name: "title", label: words.evidenceTitle, required: true, maxLength: 200 }}
          />
          <Field {...{ id: "file", label: words.file, hint: words.fileHint }}>
            {(control) => (
              <input
                {...control}
                type="file"
                name="file"
                accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx"
                required
                className="control"
              />
            )}
          </Field>
          <Button type="submit" name="intent" value="evidence" icon={Paperclip} className="self-start">
            {words.addEvidence}
          </Button>
        </form>
      )}
    </Card>
  );
}
