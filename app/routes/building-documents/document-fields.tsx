import { Upload } from "lucide-react";
import { Button } from "#app/components/button.tsx";
import { Field } from "#app/components/field.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { documents as area } from "#app/i18n/documents.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { documentKinds } from "#domain/document.ts";
import type { DocumentAnswer } from "./document-answer.ts";

type FieldsProps = { answer: DocumentAnswer | undefined; back: string; isBusy: boolean };

const accepted = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx";

/** The fields of a document and its file, with what is wrong at each; what was typed stays. */
export function DocumentFields({ answer, back, isBusy }: FieldsProps) {
  const words = useWords(area);
  const faultsOf = (field: "title" | "kind" | "datedOn" | "file") =>
    (answer?.faults ?? [])
      .filter((fault) => fieldOf[fault] === field)
      .map((fault) =>
        fault === "alreadyThere" ? words.faults.alreadyThere(answer?.sameAs ?? "") : words.faults[fault],
      );
  const fields = ["file", "title", "kind", "datedOn"] as const;
  const errors = fields.flatMap((field) =>
    faultsOf(field).map((message) => ({ fieldId: `document-${field}`, message })),
  );
  const typed = answer?.typed;
  return (
    <div className="flex flex-col gap-4">
      <FormErrors errors={errors} />
      <input type="hidden" name="back" value={back} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          {...{ id: "document-title", name: "title", label: words.title, required: true, maxLength: 200 }}
          defaultValue={typed?.title}
          errors={faultsOf("title")}
          className="sm:col-span-2"
        />
        <SelectField
          {...{ id: "document-kind", name: "kind", label: words.kind, hint: words.kindHint }}
          options={documentKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          defaultValue={typed?.kind}
          errors={faultsOf("kind")}
        />
        <TextField
          {...{ id: "document-datedOn", name: "datedOn", type: "date", label: words.datedOn }}
          isOptional
          hint={words.datedOnHint}
          defaultValue={typed?.datedOn}
          errors={faultsOf("datedOn")}
        />
        <Field
          {...{ id: "document-file", label: words.file, hint: words.fileHint, errors: faultsOf("file") }}
          className="sm:col-span-2"
        >
          {(control) => (
            <input {...control} type="file" name="file" required accept={accepted} className="control" />
          )}
        </Field>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" icon={Upload} disabled={isBusy}>
          {isBusy ? words.sending : words.submit}
        </Button>
        {isBusy && (
          <span role="status" className="text-sm text-ink-soft">
            {words.sendingNote}
          </span>
        )}
      </div>
    </div>
  );
}

const fieldOf = {
  ...{ title: "title", kind: "kind", datedOn: "datedOn" },
  ...{ noFile: "file", emptyFile: "file", tooLarge: "file", wrongType: "file", alreadyThere: "file" },
} as const;
