import { Badge } from "#app/components/badge.tsx";
import { Card } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { candidates as area } from "#app/i18n/candidates.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CandidateRow } from "#domain/colocation/candidates/candidate-rows.ts";
import type { CandidateNote } from "#domain/colocation/candidates/explain-candidate.ts";
import { BuildForm } from "./build-form.tsx";
import { MoneyLine } from "./money-line.tsx";
import { noteSayer } from "./say-note.ts";

type Props = { rows: readonly CandidateRow[]; query: string; shown: string | null; buildKey: string | null };

/** The pairs, best first: who could move where, with whom, why, and what is in the way. */
export function CandidateList({ rows, query, shown, buildKey }: Props) {
  const words = useWords(area);
  return (
    <Card title={words.pairs} isFlush>
      <ol className="flex flex-col">
        {rows.map((row) => (
          <li
            key={row.key}
            id={row.key}
            className={`grid gap-x-6 gap-y-2 border-t border-line px-4 py-3 lg:grid-cols-[minmax(0,3fr)_minmax(0,4fr)] ${row.key === shown ? "bg-blue-tint" : ""}`}
          >
            <Head row={row} />
            <Notes reasons={row.reasons} blockers={row.blockers} />
            <div className="screen-only flex flex-wrap items-center gap-3 lg:col-span-2">
              <Link
                to={`/candidates/map?${withPair(query, row.key)}`}
                className="text-link inline-flex min-h-9 items-center"
                aria-label={words.showOf(row.unit, row.to.name)}
              >
                {words.showOnMap}
              </Link>
              {buildKey && !row.isStopped && (
                <BuildForm
                  {...{ sendingKey: buildKey, toId: row.to.id, members: [row] }}
                  label={words.buildOf(row.unit, row.to.name)}
                />
              )}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function withPair(query: string, pair: string): string {
  const params = new URLSearchParams(query);
  params.set("pair", pair);
  return params.toString();
}

function Head({ row }: { row: CandidateRow }) {
  const words = useWords(area);
  const format = useFormats();
  return (
    <div className="min-w-0">
      <h3 className="font-semibold">{words.headline(row.unit, row.to.name)}</h3>
      <p className="text-sm text-ink-soft">
        {row.administration} · {format.areaM2(row.areaM2)} · {words.ways[row.way]}
      </p>
      <p className="text-sm text-ink-soft">{words.leaves(row.from.name, row.from.address)}</p>
      <p className="text-sm text-ink-soft">
        {row.with.length > 0 ? words.withThem(row.with.join(", ")) : words.alone}
      </p>
      <p className="flex flex-wrap items-center gap-2 py-1">
        <Badge status={row.isStopped ? "bad" : row.score >= 70 ? "good" : "info"}>
          {row.isStopped ? words.stopped : words.scoreOf(format.number(row.score))}
        </Badge>
      </p>
      <MoneyLine money={row.money} />
    </div>
  );
}

function Notes({ reasons, blockers }: Pick<CandidateRow, "reasons" | "blockers">) {
  const words = useWords(area);
  const say = noteSayer(words, useFormats());
  const list = (title: string, notes: readonly CandidateNote[], none: string) => (
    <div className="min-w-0">
      <h4 className="text-sm font-semibold">{title}</h4>
      {notes.length === 0 ? (
        <p className="text-ink-soft">{none}</p>
      ) : (
        <ul className="list-disc pl-5">
          {notes.map((note, at) => (
            <li key={at}>{say(note)}</li>
          ))}
        </ul>
      )}
    </div>
  );
  return (
    <div className="grid content-start gap-x-6 gap-y-2 sm:grid-cols-2">
      {list(words.reasons, reasons, "–")}
      {list(words.blockers, blockers, words.noBlockers)}
    </div>
  );
}
