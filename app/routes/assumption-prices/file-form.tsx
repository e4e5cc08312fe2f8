import { Button } from "#app/components/button.tsx";
import { Field } from "#app/components/field.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { assumptions as area } from "#app/i18n/assumptions.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Day } from "#domain/day-count.ts";
import type { FileAnswer, FileIntent, TextFault } from "./take-file.server.ts";

type Props = { intent: FileIntent; today: Day; answer: FileAnswer | null };

/** A CSV file with what must be said of it; what is wrong with it stands above, row by row. */
export function FileForm({ intent, today, answer }: Props) {
  const words = useWords(area);
  const own = words[intent];
  const typed = (name: string, otherwise = "") => answer?.typed[name] ?? otherwise;
  const wrong = (field: TextFault): string[] | null => {
    if (!answer?.faults.includes(field)) return null;
    if (field === "noFile" || field === "tooLarge" || field === "unreadable")
      return [words.fileFaults[field]];
    return [field === "name" || field === "source" ? words.faults.source : words.faults.from];
  };
  const fileErrors = (["noFile", "tooLarge", "unreadable"] as const).flatMap((fault) => wrong(fault) ?? []);
  return (
    <details open={answer !== null} className="screen-only">
      <summary className="text-link inline-flex min-h-6 items-center">{own.add}</summary>
      <form method="post" encType="multipart/form-data" className="mt-2 flex max-w-2xl flex-col gap-3">
        <input type="hidden" name="intent" value={intent} />
        <p className="text-sm text-ink-soft">{own.addNote}</p>
        <FileFaults answer={answer} />
        {intent === "list" && (
          <>
            <TextField
              {...{ label: words.list.name, name: "name", required: true, maxLength: 200 }}
              {...{ errors: wrong("name"), defaultValue: typed("name") }}
            />
            <TextField
              {...{ label: words.list.level, name: "level", type: "date", required: true }}
              {...{ errors: wrong("level"), defaultValue: typed("level", today) }}
            />
            <TextField
              {...{ label: words.list.from, name: "from", type: "date", min: today, required: true }}
              {...{ errors: wrong("from"), defaultValue: typed("from", today) }}
            />
          </>
        )}
        <TextField
          {...{ label: own.source, name: "source", required: true, maxLength: 200 }}
          {...{ errors: wrong("source"), defaultValue: typed("source") }}
        />
        <Field label={words.file} errors={fileErrors}>
          {(control) => (
            <input {...control} type="file" name="file" accept=".csv,text/csv" className="control" />
          )}
        </Field>
        <Button type="submit" className="self-start">
          {own.save}
        </Button>
      </form>
    </details>
  );
}

function FileFaults({ answer }: { answer: FileAnswer | null }) {
  const words = useWords(area);
  const { fileFaults } = words;
  if (!answer) return null;
  const { refusal, missingColumns, rows, wrongRows } = answer;
  if (!refusal && missingColumns.length === 0 && rows.length === 0) return null;
  return (
    <Notice status="bad">
      {refusal && <p>{words.refusals[refusal]}</p>}
      {missingColumns.length > 0 && <p>{fileFaults.missingColumns(missingColumns.join(", "))}</p>}
      {rows.length > 0 && (
        <>
          <p>{fileFaults.rows(wrongRows)}</p>
          <ul className="list-disc pl-5">
            {rows.map(({ row, fault, value }) => (
              <li key={row}>{fileFaults.row(row, fileFaults[fault], value)}</li>
            ))}
            {wrongRows > rows.length && <li>{fileFaults.more(wrongRows - rows.length)}</li>}
          </ul>
        </>
      )}
    </Notice>
  );
}
