import { Badge, type Status } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Form } from "#app/components/link.tsx";
import { jobs } from "#app/i18n/jobs.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { PeriodicRow, WorkRow } from "#db/queries/list-work.ts";
import { workStateOf, type WorkState } from "#domain/work/retry.ts";

const looks: Record<WorkState, Status> = {
  waiting: "neutral",
  failing: "attention",
  givenUp: "bad",
  done: "good",
};

/** What is not done, each with its error and a way to try again. */
export function WorkTable({ rows }: { rows: readonly WorkRow[] }) {
  const words = useWords(jobs);
  const format = useFormats();
  const nameOf = (row: WorkRow) => words.kinds[row.kind] ?? row.kind;
  return (
    <DataTable
      caption={words.caption}
      phone="cards"
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p className="text-ink-soft">{words.none}</p>}
      columns={[
        { key: "kind", header: words.kind, cell: nameOf },
        {
          key: "state",
          header: words.state,
          cell: (row) => <Badge status={looks[workStateOf(row)]}>{words.states[workStateOf(row)]}</Badge>,
        },
        { key: "created", header: words.created, cell: (row) => format.dateTime(row.createdAt) },
        {
          key: "due",
          header: words.due,
          cell: (row) => (row.gaveUpAt ? "–" : format.dateTime(row.dueAt)),
        },
        {
          key: "attempts",
          header: words.attempts,
          isNumeric: true,
          cell: (row) => format.number(row.attempts),
        },
        {
          key: "error",
          header: words.error,
          cell: (row) => (
            <span className="block max-w-md min-w-0 text-sm break-words">{row.lastError || "–"}</span>
          ),
        },
        {
          key: "retry",
          header: words.retry,
          cell: (row) => row.lastError && <Retry id={row.id} name={nameOf(row)} />,
        },
      ]}
    />
  );
}

function Retry({ id, name }: { id: string; name: string }) {
  const words = useWords(jobs);
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <Button type="submit" isCompact aria-label={words.retryOf(name)}>
        {words.retry}
      </Button>
    </Form>
  );
}

/** How work by the clock goes. */
export function PeriodicTable({ rows }: { rows: readonly PeriodicRow[] }) {
  const words = useWords(jobs);
  const format = useFormats();
  return (
    <DataTable
      caption={words.periodicCaption}
      phone="cards"
      rows={rows}
      rowKey={(row) => row.name}
      columns={[
        { key: "name", header: words.kind, cell: (row) => words.periodic[row.name] ?? row.name },
        {
          key: "state",
          header: words.state,
          cell: (row) =>
            row.lastError ? (
              <Badge status="bad" isLong>
                {row.lastError}
              </Badge>
            ) : (
              <Badge status="good">{words.fine}</Badge>
            ),
        },
        {
          key: "last",
          header: words.last,
          cell: (row) => (row.doneAt ? format.dateTime(row.doneAt) : words.never),
        },
        { key: "next", header: words.next, cell: (row) => format.dateTime(row.dueAt) },
      ]}
    />
  );
}
