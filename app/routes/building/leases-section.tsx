import { Badge } from "#app/components/badge.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Link } from "#app/components/link.tsx";
import { building as area } from "#app/i18n/building.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { addDays } from "#domain/day-count.ts";
import type { BuildingPage } from "./load-building.ts";
import { Section } from "./section.tsx";

type Lease = BuildingPage["leases"][number];

/** The contracts on the building, those in force first. */
export function LeasesSection({ leases, id }: Pick<BuildingPage, "leases"> & { id: string }) {
  const words = useWords(area).leases;
  const format = useFormats();
  return (
    <Section id="leases" title={words.title} isFlush tools={<SharedLink id={id} />}>
      <DataTable
        caption={words.caption}
        phone="cards"
        rows={leases}
        rowKey={(lease) => lease.id}
        empty={<p className="text-ink-soft">{words.none}</p>}
        columns={[
          {
            key: "number",
            header: words.number,
            cell: (lease) => (
              <Link to={`/leases/${lease.id}`} className="text-link inline-block min-h-6">
                {lease.number}
              </Link>
            ),
          },
          { key: "kind", header: words.kind, cell: (lease) => words.kinds[lease.kind] },
          {
            key: "party",
            header: words.party,
            cell: (lease) => lease.partyName || lease.administrationName || "–",
          },
          {
            key: "area",
            header: words.area,
            unit: "m²",
            isNumeric: true,
            cell: (lease) => format.number(lease.areaM2, 0),
          },
          {
            key: "rent",
            header: words.rent,
            isNumeric: true,
            cell: (lease) => format.ore(lease.annualRentOre),
          },
          { key: "from", header: words.from, isNumeric: true, cell: (lease) => format.day(lease.validFrom) },
          {
            key: "to",
            header: words.to,
            isNumeric: true,
            cell: (lease) => (lease.validTo ? format.day(addDays(lease.validTo, -1)) : words.open),
          },
          { key: "notice", header: words.notice, cell: (lease) => <Notice lease={lease} /> },
          { key: "state", header: words.state, cell: (lease) => <LeaseState lease={lease} /> },
        ]}
      />
    </Section>
  );
}

function SharedLink({ id }: { id: string }) {
  return (
    <Link to={`/buildings/${id}/shared-costs`} className="text-link">
      {useWords(area).leases.shared}
    </Link>
  );
}

function Notice({ lease }: { lease: Lease }) {
  const words = useWords(area).leases;
  const format = useFormats();
  const parts = [
    lease.noticeMonths !== null && words.months(lease.noticeMonths),
    lease.nonTerminableUntil && words.nonTerminable(format.day(lease.nonTerminableUntil)),
  ].filter(Boolean);
  return <>{parts.join(", ") || "–"}</>;
}

function LeaseState({ lease }: { lease: Lease }) {
  const words = useWords(area).leases;
  if (!lease.isInForce) return <Badge>{words.ended}</Badge>;
  return lease.isKnown ? (
    <Badge status="good">{words.inForce}</Badge>
  ) : (
    <Badge status="attention">{words.unknown}</Badge>
  );
}
