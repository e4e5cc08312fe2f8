import { Form } from "@remix-run/react";
import { QrCode } from "lucide-react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { MoreLink } from "#app/components/more-link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { qr as area } from "#app/i18n/qr.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CodeBuilding } from "#db/queries/qr/list-code-buildings.ts";

type Props = { text: string; items: readonly CodeBuilding[]; total: number };

/** The buildings in which one hangs codes, to choose one. */
export function BuildingFinder({ text, items, total }: Props) {
  const words = useWords(area);
  const format = useFormats();
  if (total === 0 && !text)
    return (
      <Card>
        <EmptyState icon={QrCode} title={words.noneAtAll} />
      </Card>
    );
  return (
    <Card isFlush>
      <Form method="get" role="search" className="flex items-end gap-2 border-b border-line p-4">
        <TextField
          {...{ label: words.search, name: "q", type: "search", defaultValue: text }}
          className="flex-1 md:max-w-sm"
        />
        <Button type="submit">{words.find}</Button>
      </Form>
      <DataTable
        caption={words.buildingsCaption}
        phone="cards"
        rows={items}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/qr?building=${id}`}
        empty={<p className="text-ink-soft">{words.noBuildings}</p>}
        columns={[
          { key: "name", header: words.building, cell: ({ name }) => name },
          { key: "address", header: words.address, cell: ({ address }) => address },
          { key: "codes", header: words.codes, isNumeric: true, cell: ({ codes }) => format.number(codes) },
        ]}
      />
      <MoreLink shown={items.length} total={total} />
    </Card>
  );
}
