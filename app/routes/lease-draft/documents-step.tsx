import { Upload } from "lucide-react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Field } from "#app/components/field.tsx";
import { Notice } from "#app/components/notice.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { leaseDraft as area } from "#app/i18n/lease-draft.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { LeaseDocumentRow } from "#db/queries/lease/list-lease-documents.ts";
import { leaseDocumentKinds, type LeaseDocumentKind } from "#domain/lease/lease-document.ts";
import type { DraftPage } from "./load-draft.server.ts";

type Props = Pick<DraftPage, "draft" | "documents"> & { documentFaults: string[] };

/** The files of the lease, with their versions, and a form for one more. */
export function DocumentsStep({ draft, documents, documentFaults }: Props) {
  const words = useWords(area);
  return (
    <DocumentsCard
      title={words.steps.documents}
      action={`/leases/drafts/${draft.id}/documents`}
      {...{ documents, faults: documentFaults }}
    />
  );
}

interface CardProps {
  title: string;
  documents: readonly LeaseDocumentRow[];
  faults: string[];
  /** Where a file is sent to; null for who may only read. */
  action: string | null;
  /** The kind that is usual here, chosen first. */
  usual?: LeaseDocumentKind;
}

/** Files with what was wrong with the last one sent, and the form for one more. */
export function DocumentsCard({ title, documents, faults, action, usual }: CardProps) {
  const words = useWords(area);
  const said: Record<string, string> = words.documentFaults;
  return (
    <Card title={title}>
      {faults.length > 0 && (
        <Notice status="bad">
          {faults
            .map((fault) => said[fault])
            .filter(Boolean)
            .join(" ")}
        </Notice>
      )}
      <DocumentList documents={documents} />
      {action !== null && <DocumentForm {...{ documents, action, usual }} />}
    </Card>
  );
}

function DocumentForm({
  documents,
  action,
  usual,
}: Pick<CardProps, "documents" | "usual"> & { action: string }) {
  const words = useWords(area);
  const newest = documents.filter(
    (one, index) => documents.findIndex(({ seriesId }) => seriesId === one.seriesId) === index,
  );
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={action}
      className="mt-4 grid max-w-2xl items-start gap-4 sm:grid-cols-2"
    >
      <TextField {...{ label: words.documentTitle, name: "title", required: true, maxLength: 200 }} />
      <SelectField
        {...{ label: words.documentKind, name: "kind", defaultValue: usual }}
        options={leaseDocumentKinds.map((kind) => ({ value: kind, label: words.documentKinds[kind] }))}
      />
      {newest.length > 0 && (
        <SelectField
          {...{ label: words.newVersionOf, name: "seriesId", none: words.none }}
          options={newest.map(({ seriesId, title }) => ({ value: seriesId, label: title }))}
        />
      )}
      <Field {...{ label: words.file, hint: words.fileHint }}>
        {(control) => <input {...control} type="file" name="file" required className="control" />}
      </Field>
      <div className="sm:col-span-2">
        <Button type="submit" look="primary" icon={Upload}>
          {words.upload}
        </Button>
      </div>
    </form>
  );
}

/** Files with their versions, each a link that fetches it. */
export function DocumentList({ documents }: { documents: readonly LeaseDocumentRow[] }) {
  const words = useWords(area);
  const format = useFormats();
  if (documents.length === 0) return <p className="text-ink-soft">{words.noDocuments}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {documents.map(({ id, title, kind, version, bytes, createdAt, uploadedByName }) => (
        <li key={id}>
          <a href={`/leases/documents/${id}`} className="text-link inline-block min-h-6">
            {title}
          </a>{" "}
          <span className="text-sm text-ink-soft">
            {[
              words.documentKinds[kind],
              words.version(version),
              format.bytes(bytes),
              format.dateTime(createdAt),
              uploadedByName,
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
