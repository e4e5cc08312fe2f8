import { FileText } from "lucide-react";
import { useFetcher, useLocation } from "@remix-run/react";
import { Button, buttonClass } from "#app/components/button.tsx";
import { Icon } from "#app/components/icon.tsx";
import { Form } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { documents as area } from "#app/i18n/documents.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { DocumentFields } from "../building-documents/document-fields.tsx";
import type { DocumentAnswer } from "../building-documents/document-answer.ts";
import type { BuildingDocuments } from "./load-documents.ts";
import { Section } from "./section.tsx";

type Props = { id: string; documents: BuildingDocuments };
type Item = BuildingDocuments["items"][number];

/** The drawings, contracts and reports of the building, and, for those who keep it, the form that adds one. */
export function DocumentsSection({ id, documents }: Props) {
  const words = useWords(area);
  const { items, mayWrite, happened } = documents;
  return (
    <Section id="documents" title={words.heading}>
      <div className="flex flex-col gap-4">
        {happened && <Happened happened={happened} />}
        {items.length === 0 && <p className="text-ink-soft">{mayWrite ? words.noneToWrite : words.none}</p>}
        {items.length > 0 && (
          <ul>
            {items.map((item) => (
              <DocumentLine key={item.id} item={item} mayWrite={mayWrite} />
            ))}
          </ul>
        )}
        {mayWrite && <AddForm key={`${items.length} ${items[0]?.id}`} id={id} isOpen={items.length === 0} />}
      </div>
    </Section>
  );
}

function DocumentLine({ item, mayWrite }: { item: Item; mayWrite: boolean }) {
  const words = useWords(area);
  const format = useFormats();
  const day = item.datedOn ? words.dated(format.day(item.datedOn)) : words.undated;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line py-2 last:border-b-0">
      <Icon of={FileText} className="screen-only mt-0.5 text-ink-soft" />
      <div className="min-w-0 flex-1">
        <a
          href={`/documents/${item.id}`}
          download
          aria-label={words.fetch(item.title)}
          className="text-link inline-block min-h-6 break-words"
        >
          {item.title}
        </a>
        <p className="figures screen-only text-sm text-ink-soft">
          {[
            words.kinds[item.kind],
            day,
            format.bytes(item.bytes),
            words.uploaded(item.uploadedByName, format.day(item.createdOn)),
          ].join(" · ")}
        </p>
      </div>
      {mayWrite && <RemoveForm item={item} />}
    </li>
  );
}

/** Asks once, and works before any script: the question is folded behind the word. */
function RemoveForm({ item }: { item: Item }) {
  const words = useWords(area);
  return (
    <details className="screen-only relative">
      <summary className={buttonClass("plain", true)} aria-label={words.removeOf(item.title)}>
        {words.remove}
      </summary>
      <Form
        method="post"
        action={`/documents/${item.id}`}
        className="absolute right-0 z-20 mt-1 flex w-64 flex-col items-start gap-2 rounded-base border border-line bg-surface p-3 shadow-base"
      >
        <p className="text-sm">{words.removeAsk}</p>
        <BackField />
        <Button type="submit" name="intent" value="remove" look="danger" isCompact>
          {words.removeDo}
        </Button>
      </Form>
    </details>
  );
}

function Happened({ happened }: { happened: NonNullable<BuildingDocuments["happened"]> }) {
  const words = useWords(area);
  const undo = (
    <Form method="post" action={`/documents/${happened.id}`}>
      <BackField />
      <Button type="submit" name="intent" value="restore" isCompact>
        {words.undo}
      </Button>
    </Form>
  );
  return (
    <div className="screen-only">
      <Notice
        status={happened.event === "taken" ? "attention" : "good"}
        action={happened.event === "removed" ? undo : undefined}
      >
        {words.events[happened.event](happened.title)}
      </Notice>
    </div>
  );
}

/** Sent in place with script, so that the chosen file stays when something is wrong; as an ordinary form without. */
function AddForm({ id, isOpen }: { id: string; isOpen: boolean }) {
  const words = useWords(area);
  const sending = useFetcher<DocumentAnswer>();
  const here = useHere();
  return (
    <details open={isOpen} className="screen-only">
      <summary className={buttonClass("secondary")}>{words.add}</summary>
      <sending.Form
        method="post"
        action={`/buildings/${id}/documents`}
        encType="multipart/form-data"
        className="max-w-2xl pt-4"
      >
        <DocumentFields answer={sending.data} back={here} isBusy={sending.state !== "idle"} />
      </sending.Form>
    </details>
  );
}

const BackField = () => <input type="hidden" name="back" value={useHere()} />;

/** The page as it is addressed now: its day and its way back stay through a form. */
function useHere(): string {
  const { pathname, search } = useLocation();
  return pathname + search;
}
