import { Paperclip } from "lucide-react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Field } from "#app/components/field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { handOver as area } from "#app/i18n/hand-over.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { HandOverDocumentRow, HandOverRow } from "#db/queries/hand-over/list-hand-overs.ts";
import type { ActAnswer } from "./act.server.ts";

type PapersProps = {
  row: HandOverRow & { papers: HandOverDocumentRow[] };
  mayAdd: boolean;
  answer: ActAnswer | undefined;
};

/** The lease itself and what belongs to it; either side may add while it is open. */
export function PapersCard({ row, mayAdd, answer }: PapersProps) {
  const words = useWords(area);
  const format = useFormats();
  const say = words.page;
  const fault = answer?.paperFault ?? null;
  const isTitle = fault === "title";
  return (
    <Card title={say.papers}>
      {row.papers.length === 0 && <p className="text-ink-soft">{say.noPapers}</p>}
      <ul className="flex flex-col">
        {row.papers.map(({ id, title, fileName, bytes }) => (
          <li key={id} className="border-b border-line py-1.5 last:border-b-0">
            <a href={`/hand-over/papers/${id}`} className="text-link inline-block min-h-6">
              {title}
            </a>
            <span className="block text-sm text-ink-soft">
              {fileName}, {format.bytes(bytes)}
            </span>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <form
          method="post"
          encType="multipart/form-data"
          className="mt-4 flex flex-col gap-3 border-t border-line pt-4"
        >
          <div className="grid items-start gap-3 sm:grid-cols-2">
            <TextField
              {...{ id: "title", name: "title", label: say.paperTitle, required: true, maxLength: 200 }}
              defaultValue={fault ? answer?.typed["title"] : ""}
              errors={isTitle ? [words.paperFaults.title] : null}
            />
            <Field
              {...{ id: "file", label: say.paperFile, hint: say.paperHint }}
              errors={fault && !isTitle ? [words.paperFaults[fault]] : null}
            >
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
          </div>
          <Button type="submit" name="intent" value="paper" icon={Paperclip} className="self-start">
            {say.addPaperDo}
          </Button>
        </form>
      )}
    </Card>
  );
}
