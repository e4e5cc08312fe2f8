import type { ReactNode } from "react";
import { common } from "../i18n/common.ts";
import { useFormats, useWords } from "../i18n/use-words.tsx";
import { Button } from "./button.tsx";
import { Card, Page, PageHead } from "./card.tsx";
import { DataTable } from "./data-table.tsx";
import { Field } from "./field.tsx";
import { FormErrors } from "./form-errors.tsx";
import { Form, Link } from "./link.tsx";
import { Notice } from "./notice.tsx";
import { TextField } from "./text-field.tsx";

/** `index` counts the lines under the names of the columns, from 0. */
type RefusedLine = { index: number; reason: string; field?: string };

export interface TableImportWords {
  title: string;
  note: string;
  columns: string;
  example: string;
  file: string;
  source: string;
  sourceHint: string;
  /** On the usual button, where there is no other. */
  send?: string;
  refused: string;
  line: string;
  why: string;
  problems: Record<string, string>;
  reasons: Record<string, string>;
}

type Props = {
  words: TableImportWords;
  /** The page that what is brought in is shown on. */
  above?: { to: string; word: string };
  answer: { problem: string | null; source: string } | null;
  /** What came of the file, in a sentence, and the lines that were not taken. */
  taken: { sentence: string; refused: readonly RefusedLine[] } | null;
  /** What the form asks beyond a file and its source. */
  children?: ReactNode;
  /** In place of the usual button. */
  buttons?: ReactNode;
  /** What is there already. */
  below?: ReactNode;
};

/** A page that takes a table in: what its columns are, the form, what came of it, and each line that was refused with its reason. */
export function TableImport({ words, above, answer, taken, children, buttons, below }: Props) {
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.note}
        above={
          above && (
            <Link to={above.to} className="text-link">
              {above.word}
            </Link>
          )
        }
      />
      <FormErrors errors={answer?.problem ? [{ message: words.problems[answer.problem]! }] : []} />
      {taken && <Notice status={taken.refused.length > 0 ? "attention" : "good"}>{taken.sentence}</Notice>}
      {taken && taken.refused.length > 0 && <Refused refused={taken.refused} words={words} />}
      <Card>
        <Form
          method="post"
          encType="multipart/form-data"
          reloadDocument
          className="flex max-w-2xl flex-col gap-4"
        >
          <p>{words.columns}</p>
          <pre className="bg-sunken p-3 text-sm break-words whitespace-pre-wrap">{words.example}</pre>
          <Field label={words.file}>
            {(control) => (
              <input {...control} type="file" name="file" accept=".csv,text/csv" className="control" />
            )}
          </Field>
          {children}
          <TextField
            {...{ label: words.source, hint: words.sourceHint, name: "source", maxLength: 200 }}
            defaultValue={answer?.source ?? ""}
          />
          {buttons ?? (
            <Button type="submit" look="primary" className="self-start">
              {words.send}
            </Button>
          )}
        </Form>
      </Card>
      {below}
    </Page>
  );
}

const mostShown = 200;

/** Lines that were not taken, as a spreadsheet counts them, each with its reason. */
function Refused({ refused, words }: { refused: readonly RefusedLine[]; words: TableImportWords }) {
  const { shownOf } = useWords(common);
  const { number } = useFormats();
  return (
    <Card title={words.refused} isFlush>
      <DataTable
        caption={words.refused}
        rows={refused.slice(0, mostShown)}
        rowKey={({ index, reason }) => `${index} ${reason}`}
        columns={[
          { key: "line", header: words.line, cell: ({ index }) => index + 2 },
          {
            ...{ key: "why", header: words.why },
            cell: ({ reason, field }) => `${field ? `${field}: ` : ""}${words.reasons[reason]}`,
          },
        ]}
      />
      {refused.length > mostShown && (
        <p className="p-4 text-sm text-ink-soft">{shownOf(number(mostShown), number(refused.length))}</p>
      )}
    </Card>
  );
}

/** Two ways to send a table: to hear what would come of it, and to bring it in. */
export function TryOrSave({ words }: { words: { tryIt: string; save: string } }) {
  return (
    <span className="flex flex-wrap gap-2">
      <Button type="submit" look="primary" name="intent" value="try">
        {words.tryIt}
      </Button>
      <Button type="submit" name="intent" value="save">
        {words.save}
      </Button>
    </span>
  );
}
