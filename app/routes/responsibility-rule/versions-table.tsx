import { Badge } from "#app/components/badge.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { sayPayer } from "#app/components/responsibility/say-answer.ts";
import { responsibility } from "#app/i18n/responsibility.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { RuleRow } from "#db/queries/responsibility/list-rules.ts";
import { addDays } from "#domain/day-count.ts";

type VersionsTableProps = { versions: readonly RuleRow[]; today: string; shownId: string };

/** All that has been answered to the same matter, the latest first. */
export function VersionsTable({ versions, today, shownId }: VersionsTableProps) {
  const words = useWords(responsibility);
  const locale = useLocale();
  const format = useFormats();
  const { matrix, rule } = words;
  const stateOf = ({ validFrom, validTo }: RuleRow) =>
    validFrom > today ? "coming" : validTo !== null && validTo <= today ? "past" : "now";
  const looks = { coming: "info", now: "good", past: "neutral" } as const;
  return (
    <DataTable
      caption={rule.versionsCaption}
      phone="cards"
      rows={versions}
      rowKey={({ id }) => id}
      rowTo={({ id }) => (id === shownId ? null : `/responsibility/rules/${id}`)}
      isRowMarked={({ id }) => id === shownId}
      columns={[
        {
          key: "valid",
          header: matrix.valid,
          cell: ({ validFrom, validTo }) =>
            validTo
              ? matrix.until(format.day(validFrom), format.day(addDays(validTo, -1)))
              : matrix.since(format.day(validFrom)),
        },
        {
          key: "state",
          header: rule.state,
          cell: (version) => <Badge status={looks[stateOf(version)]}>{rule.states[stateOf(version)]}</Badge>,
        },
        { key: "who", header: matrix.who, cell: ({ executor }) => words.executors[executor] },
        {
          key: "pays",
          header: matrix.pays,
          cell: (version) =>
            version.otherPayer ? sayPayer(words, format, version) : words.payers[version.payer],
        },
        {
          key: "clause",
          header: matrix.clause,
          cell: ({ clauseDa, clauseEn }) => (
            <span className="block max-w-prose phone:text-right">
              {locale === "da" ? clauseDa : clauseEn}
            </span>
          ),
        },
        { key: "source", header: matrix.source, cell: ({ source }) => source },
      ]}
    />
  );
}
