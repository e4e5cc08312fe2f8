import { LinkButton } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { MoreLink } from "#app/components/more-link.tsx";
import { handOver as area } from "#app/i18n/hand-over.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { KnownRow } from "#db/queries/hand-over/get-hand-over-register.ts";

/** What an administration still runs by itself, each with the way to hand it over. */
export function OwnPlaces({ places, total }: { places: readonly KnownRow[]; total: number }) {
  const words = useWords(area);
  const format = useFormats();
  const say = words.own;
  const placeOf = ({ facts }: KnownRow) =>
    `${facts.street} ${facts.houseNumber}, ${facts.postcode} ${facts.town}`;
  return (
    <Card title={say.title} isFlush>
      <p className="px-4 pb-3 text-sm text-ink-soft">{say.note}</p>
      <DataTable
        caption={say.title}
        phone="cards"
        rows={places}
        rowKey={({ kind, key }) => `${kind} ${key}`}
        empty={<p className="text-ink-soft">{say.none}</p>}
        columns={[
          { key: "place", header: say.place, cell: placeOf },
          {
            key: "number",
            header: say.number,
            cell: ({ kind, key }) => (kind === "lease" ? key : words.kinds.property),
          },
          { key: "lessor", header: say.lessor, cell: ({ facts }) => facts.counterparty ?? "–" },
          {
            key: "area",
            header: say.area,
            isNumeric: true,
            cell: ({ facts }) => format.areaM2(facts.areaM2),
          },
          {
            key: "ends",
            header: say.ends,
            cell: ({ kind, facts }) =>
              kind === "property" ? "–" : facts.lastDay ? format.day(facts.lastDay) : say.openEnded,
          },
          {
            key: "hand",
            header: say.hand,
            cell: (row) =>
              row.handOverId ? (
                <Link to={`/hand-over/${row.handOverId}`} className="text-link inline-block min-h-6">
                  {say.handed}
                </Link>
              ) : (
                <LinkButton
                  to={`/hand-over/new?kind=${row.kind}&key=${row.key}`}
                  aria-label={say.handOf(placeOf(row))}
                  isCompact
                >
                  {say.hand}
                </LinkButton>
              ),
          },
        ]}
      />
      {total > places.length && <MoreLink shown={places.length} total={total} />}
    </Card>
  );
}
