import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { colocation as area } from "#app/i18n/colocation.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CasePremises, CaseUnit } from "#domain/colocation/case-inputs.ts";

const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);

/** The units of a case and what they use of its premises today. */
export function UnitsCard({ units }: { units: readonly CaseUnit[] }) {
  const words = useWords(area);
  const format = useFormats();
  const { page } = words;
  return (
    <Card title={page.units} isFlush>
      <DataTable
        caption={page.units}
        phone="cards"
        rows={units}
        rowKey={({ id }) => id}
        empty={<p className="text-ink-soft">{page.noUnits}</p>}
        columns={[
          { key: "name", header: page.units, cell: (row) => row.name },
          { key: "administration", header: page.administration, cell: (row) => row.administration },
          {
            ...{ key: "employees", header: page.employees, isNumeric: true },
            cell: (row) => format.number(row.employees),
          },
          {
            ...{ key: "area", header: page.area, unit: "m²", isNumeric: true },
            cell: (row) => format.number(sum(row.today.map(({ areaM2 }) => areaM2)), 0),
          },
          {
            ...{ key: "rent", header: page.rent, isNumeric: true },
            cell: (row) => format.ore(sum(row.today.map(({ rentOre }) => rentOre))),
          },
        ]}
      />
    </Card>
  );
}

/** The premises of a case. */
export function PremisesCard({ premises }: { premises: readonly CasePremises[] }) {
  const words = useWords(area);
  const format = useFormats();
  const { page } = words;
  return (
    <Card title={page.premises} isFlush>
      <DataTable
        caption={page.premises}
        phone="cards"
        rows={premises}
        rowKey={({ id }) => id}
        rowTo={({ buildingId }) => `/buildings/${buildingId}`}
        empty={<p className="text-ink-soft">{page.noPremises}</p>}
        columns={[
          { key: "name", header: page.premises, cell: (row) => `${row.name}, ${row.address}` },
          { key: "kind", header: page.kind, cell: (row) => page.kinds[row.kind] },
          {
            ...{ key: "area", header: page.area, unit: "m²", isNumeric: true },
            cell: (row) => format.number(row.areaM2, 0),
          },
          {
            ...{ key: "rent", header: page.rent, isNumeric: true },
            cell: (row) => format.ore(row.externalRentOre),
          },
        ]}
      />
    </Card>
  );
}
