import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { use as area } from "#app/i18n/use.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { PeerRow } from "#db/queries/use/list-peers.ts";
import { againstNorm, normFor, type SpaceNorm } from "#domain/use/space-norm.ts";

type Props = { peers: PeerRow[]; norms: SpaceNorm[]; mayOpen: boolean };

/** Kinds of units against each other and against the norms, each norm with where it is from. */
export function PeerTable({ peers, norms, mayOpen }: Props) {
  const words = useWords(area).peers;
  const format = useFormats();
  const m2 = (value: number) => format.number(value, 1);
  const normOf = ({ kind }: PeerRow) => normFor(norms, kind);
  return (
    <Card title={words.title} isFlush>
      <p className="px-4 pb-2 text-sm text-ink-soft">{words.note}</p>
      <DataTable
        caption={words.caption}
        rows={peers}
        rowKey={({ kind }) => kind}
        phone="cards"
        columns={[
          { key: "kind", header: words.kind, cell: ({ kind }) => words.kinds[kind] ?? kind },
          { key: "units", header: words.units, isNumeric: true, cell: ({ units }) => format.number(units) },
          {
            ...{ key: "middle", header: words.middle, unit: words.m2, isNumeric: true },
            cell: ({ middleM2 }) => m2(middleM2),
          },
          {
            ...{ key: "spread", header: words.spread, unit: words.m2, isNumeric: true },
            cell: ({ lowM2, highM2 }) => `${m2(lowM2)}–${m2(highM2)}`,
          },
          {
            ...{ key: "norm", header: words.norm, unit: "m²", isNumeric: true },
            cell: (row) => {
              const norm = normOf(row);
              return norm ? `${m2(norm.fromM2)}–${m2(norm.toM2)} ${words.heads[norm.head]}` : "–";
            },
          },
          {
            ...{ key: "against", header: words.against },
            cell: (row) => {
              const norm = normOf(row);
              return norm ? words.verdicts[againstNorm(row.middleM2, norm)] : "–";
            },
          },
        ]}
      />
      <ul className="px-4 py-3 text-sm text-ink-soft">
        {norms.map(({ key, source, owner }) => (
          <li key={key}>
            {source}. {owner && words.ownedBy(owner)}
          </li>
        ))}
        {mayOpen && (
          <li>
            <Link to="/assumptions#norms" className="text-link inline-flex min-h-6 items-center">
              {words.openNorms}
            </Link>
          </li>
        )}
      </ul>
    </Card>
  );
}
