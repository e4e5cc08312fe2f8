import { DataTable } from "#app/components/data-table.tsx";
import { building as area } from "#app/i18n/building.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { BuildingPage } from "./load-building.ts";
import { Section } from "./section.tsx";

/** Who uses the building and for what, as someone wrote it down. */
export function OccupationsSection({ occupations }: Pick<BuildingPage, "occupations">) {
  const words = useWords(area).occupations;
  const format = useFormats();
  return (
    <Section id="occupations" title={words.title} isFlush>
      <DataTable
        caption={words.caption}
        phone="cards"
        rows={occupations}
        rowKey={(row) => `${row.unitId} ${row.purpose}`}
        empty={<p className="text-ink-soft">{words.none}</p>}
        columns={[
          { key: "unit", header: words.unit, cell: (row) => row.unitName },
          { key: "administration", header: words.administration, cell: (row) => row.administrationName },
          { key: "purpose", header: words.purpose, cell: (row) => row.purpose },
          {
            key: "area",
            header: words.area,
            unit: "m²",
            isNumeric: true,
            cell: (row) => format.number(row.areaM2, 0),
          },
          {
            key: "persons",
            header: words.persons,
            isNumeric: true,
            cell: (row) => format.number(row.persons),
          },
          { key: "since", header: words.since, isNumeric: true, cell: (row) => format.day(row.since) },
          {
            key: "source",
            header: words.source,
            cell: (row) => (
              <span className="text-sm text-ink-soft">
                {row.source}, {format.day(row.recordedOn)}
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}
