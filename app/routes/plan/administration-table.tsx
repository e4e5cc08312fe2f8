import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { plans as area } from "#app/i18n/plans.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { PlanResult } from "#domain/plan/plan-question.ts";

type Props = {
  title: string;
  years: PlanResult["years"];
  administrations: readonly { code: string; name: string }[];
};

/** What each administration's buildings get, year by year, in millions. */
export function AdministrationTable({ title, years, administrations }: Props) {
  const words = useWords(area).charts;
  const { millions: money } = useFormats();
  const codes = [...new Set(years.flatMap(({ byAdministration }) => Object.keys(byAdministration)))].sort();
  const nameOf = (code: string) =>
    code === "" ? words.nobody : (administrations.find((one) => one.code === code)?.name ?? code);
  const rows = codes.map((code) => ({
    code,
    name: nameOf(code),
    cells: years.map(({ byAdministration }) => byAdministration[code] ?? 0),
  }));
  return (
    <Card title={title} isFlush>
      <DataTable
        caption={title}
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          {
            key: "name",
            header: words.administration,
            unit: `(${words.millions})`,
            cell: ({ name }) => name,
          },
          ...years.map(({ year }, at) => ({
            ...{ key: String(year), header: String(year), isNumeric: true },
            cell: ({ cells }: (typeof rows)[number]) => money(cells[at]!),
          })),
          {
            ...{ key: "total", header: words.total, isNumeric: true },
            cell: ({ cells }) => money(cells.reduce((sum, ore) => sum + ore, 0)),
          },
        ]}
      />
    </Card>
  );
}
