import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { trade as area } from "#app/i18n/trade.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { SharedBuilding } from "#db/queries/trade/list-shared-buildings.ts";

/** The houses that several units share, to choose one. */
export function HouseFinder({ text, buildings }: { text: string; buildings: SharedBuilding[] }) {
  const words = useWords(area).form;
  return (
    <Card isFlush>
      <Form method="get" role="search" className="flex items-end gap-2 border-b border-line p-4">
        <TextField
          {...{ label: words.findBuilding, name: "q", type: "search", defaultValue: text }}
          className="flex-1 md:max-w-sm"
        />
        <Button type="submit">{words.find}</Button>
      </Form>
      <DataTable
        caption={words.buildings}
        phone="cards"
        rows={buildings}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/trade/new?building=${id}`}
        empty={<p className="text-ink-soft">{text ? words.noneFound : words.noBuildings}</p>}
        columns={[
          {
            key: "name",
            header: words.buildings,
            cell: ({ name, address }) => `${name}, ${address}`,
          },
          {
            key: "units",
            header: words.units,
            cell: ({ units }) => (
              <span className="block min-w-0">{units.map(({ name }) => name).join(", ")}</span>
            ),
          },
        ]}
      />
    </Card>
  );
}
