import { Card } from "#app/components/card.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { opinion } from "#app/i18n/opinion.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { Baseline } from "#db/queries/opinion/list-rounds.ts";
import {
  baselines as counted,
  questions,
  type GroupResult,
  type Question,
} from "#domain/opinion/opinion-results.ts";

interface Round {
  year: number;
  opensOn: string;
  closesOn: string;
  whole: GroupResult;
  groups: GroupResult[];
}

type RoundProps = { round: Round; baselines: readonly Baseline[] };

/** One year: the three figures with n beside the report's own, and each administration. */
export function RoundResults({ round, baselines }: RoundProps) {
  const words = useWords(opinion).results;
  const format = useFormats();
  const { whole, groups } = round;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">
        {words.year(round.year)}{" "}
        <span className="text-base font-normal text-ink-soft">
          {words.days(format.day(round.opensOn), format.day(round.closesOn))}
        </span>
      </h2>
      <dl className="figures grid gap-3 md:grid-cols-4">
        {questions.map((question) => (
          <QuestionFigure key={question} question={question} whole={whole} baselines={baselines} />
        ))}
        <div className="rounded-base border border-line bg-surface p-4">
          <dt className="text-sm text-ink-soft">{words.rate}</dt>
          <dd className="text-2xl font-semibold">
            {whole.answered === null ? words.hidden : format.percent(whole.answered / whole.invited, 0)}
          </dd>
          <dd className="text-sm text-ink-soft">
            {words.answered} {format.number(whole.answered)}, {words.invited.toLowerCase()}{" "}
            {format.number(whole.invited)}
          </dd>
        </div>
      </dl>
      <Card isFlush>
        <DataTable
          caption={words.caption(round.year)}
          phone="cards"
          rows={groups}
          rowKey={(group) => group.name}
          columns={useGroupColumns()}
        />
      </Card>
      <p className="text-sm text-ink-soft">{words.hiddenNote}</p>
    </section>
  );
}

function QuestionFigure({
  question,
  whole,
  baselines,
}: {
  question: Question;
  whole: GroupResult;
  baselines: readonly Baseline[];
}) {
  const words = useWords(opinion);
  const format = useFormats();
  const { share, n } = whole.results[question];
  const baseline = baselines.find(({ key }) => key === counted[question].key);
  return (
    <div className="rounded-base border border-line bg-surface p-4">
      <dt className="text-sm text-ink-soft">{words.questions[question]}</dt>
      <dd className="text-2xl font-semibold">
        {share === null
          ? words.results.hidden
          : `${format.percent(share, 0)} ${words.results[counted[question].counts]}`}
      </dd>
      <dd className="text-sm text-ink-soft">
        {n !== null && `${words.results.n(format.number(n))} · `}
        {baseline && (
          <abbr title={baseline.source} className="no-underline">
            {words.results.baseline(format.percent(baseline.value / 100, 0))}
          </abbr>
        )}
      </dd>
    </div>
  );
}

function useGroupColumns(): Column<GroupResult>[] {
  const words = useWords(opinion);
  const format = useFormats();
  const { results } = words;
  return [
    { key: "name", header: results.administration, cell: (group) => group.name || results.none },
    {
      key: "invited",
      header: results.invited,
      isNumeric: true,
      cell: (group) => format.number(group.invited),
    },
    {
      key: "answered",
      header: results.answered,
      isNumeric: true,
      cell: (group) => (group.answered === null ? results.hidden : format.number(group.answered)),
    },
    ...questions.map((question) => ({
      key: question,
      header: words.questions[question],
      unit: `% ${results[counted[question].counts]}`,
      isNumeric: true,
      cell: (group: GroupResult) => {
        const { share, n } = group.results[question];
        return share === null ? "–" : `${format.percent(share, 0)} (${results.n(format.number(n))})`;
      },
    })),
  ];
}
