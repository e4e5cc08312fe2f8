import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { nameRule, type ItemNames } from "#app/components/responsibility/name-rule.ts";
import { sayPayer } from "#app/components/responsibility/say-answer.ts";
import { responsibility } from "#app/i18n/responsibility.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { RuleRow } from "#db/queries/responsibility/list-rules.ts";
import { addDays } from "#domain/day-count.ts";
import type { RuleGroup } from "#domain/responsibility/group-rules.ts";

/** Some of a known few by their names, or the word for any. */
const listed = <Term extends string>(
  terms: readonly (Term | null)[],
  of: Readonly<Record<Term, string>>,
  any: string,
) => (terms.includes(null) ? any : terms.map((term) => of[term!] ?? term).join(", "));

type RuleTableProps = { groups: readonly RuleGroup<RuleRow>[]; names: ItemNames };

/** The matrix: a row an answer, with all that it is the answer to. */
export function RuleTable({ groups, names }: RuleTableProps) {
  const words = useWords(responsibility);
  const locale = useLocale();
  const format = useFormats();
  const { matrix } = words;
  const first = (group: RuleGroup<RuleRow>) => group.rules[0]!;
  return (
    <DataTable
      caption={matrix.caption}
      phone="cards"
      rows={groups}
      rowKey={(group) => first(group).id}
      empty={<p className="text-ink-soft">{matrix.none}</p>}
      columns={[
        { key: "what", header: matrix.what, cell: (group) => <What group={group} names={names} /> },
        {
          key: "where",
          header: matrix.where,
          cell: ({ locations }) => listed(locations, words.locations, words.any),
        },
        { key: "cause", header: matrix.cause, cell: ({ causes }) => listed(causes, words.causes, words.any) },
        {
          key: "tenure",
          header: matrix.tenure,
          cell: ({ tenures }) => listed(tenures, words.tenures, words.any),
        },
        { key: "who", header: matrix.who, cell: (group) => words.executors[first(group).executor] },
        {
          key: "pays",
          header: matrix.pays,
          cell: (group) =>
            first(group).otherPayer
              ? sayPayer(words, format, first(group))
              : words.payers[first(group).payer],
        },
        {
          key: "clause",
          header: matrix.clause,
          cell: (group) => (
            <span className="block min-w-56 phone:min-w-0 phone:text-right">
              {locale === "da" ? first(group).clauseDa : first(group).clauseEn}
              <Origin {...first(group)} />
            </span>
          ),
        },
        { key: "rule", header: matrix.rule, cell: (group) => <Rules group={group} names={names} /> },
      ]}
    />
  );
}

function What({ group, names }: { group: RuleGroup<RuleRow>; names: ItemNames }) {
  const words = useWords(responsibility);
  const { level, partyName } = group.rules[0]!;
  return (
    <>
      <span className="font-medium">{listed(group.items, names, words.anyItem)}</span>
      {level !== "default" && (
        <span className="block text-sm text-ink-soft">
          {words.levels[level]}: {partyName}
        </span>
      )}
    </>
  );
}

/** Since when it holds, and where it is written. */
function Origin({ validFrom, validTo, source }: Pick<RuleRow, "validFrom" | "validTo" | "source">) {
  const { matrix } = useWords(responsibility);
  const format = useFormats();
  const from = format.day(validFrom);
  const holds = validTo ? matrix.until(from, format.day(addDays(validTo, -1))) : matrix.since(from);
  return (
    <span className="figures block text-sm text-ink-soft">
      {matrix.holds(holds)}. {source}
    </span>
  );
}

/** The way to each rule of a row; several stand folded, each by what it speaks of. */
function Rules({ group, names }: { group: RuleGroup<RuleRow>; names: ItemNames }) {
  const words = useWords(responsibility);
  const [first] = group.rules;
  if (first && group.rules.length === 1)
    return (
      <Link
        to={`/responsibility/rules/${first.id}`}
        aria-label={`${words.matrix.open}: ${nameRule(words, names, first)}`}
        className="text-link inline-block min-h-6"
      >
        {words.matrix.open}
      </Link>
    );
  return (
    <details>
      <summary className="min-h-6 cursor-pointer whitespace-nowrap text-blue">
        {words.matrix.rules(group.rules.length)}
      </summary>
      <ul className="flex flex-col gap-1 pt-1 text-sm">
        {group.rules.map((rule) => (
          <li key={rule.id}>
            <Link to={`/responsibility/rules/${rule.id}`} className="text-link inline-block min-h-6">
              {nameRule(words, names, rule)}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
