import { Card } from "#app/components/card.tsx";
import { DescriptionList, type Fact } from "#app/components/description-list.tsx";
import { Link } from "#app/components/link.tsx";
import { handOver as area } from "#app/i18n/hand-over.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { HandOverRow } from "#db/queries/hand-over/list-hand-overs.ts";
import { buildingUseOf } from "#domain/building-use.ts";

/** All that is told of it, and where the register has it. */
export function HandOverFactsCard({ row }: { row: HandOverRow }) {
  const words = useWords(area);
  const format = useFormats();
  const locale = useLocale();
  const { facts, kind } = row;
  const use = facts.useCode ? buildingUseOf(facts.useCode) : null;
  const place =
    facts.position &&
    [...facts.position]
      .reverse()
      .map((degrees) => format.number(degrees, 5))
      .join(" · ");
  const field = (name: keyof typeof words.fields, value: Fact["value"]): Fact => ({
    term: words.fields[name],
    value,
  });
  const ofLease: Fact[] = [
    field("counterparty", facts.counterparty),
    field("startsOn", format.day(facts.startsOn)),
    field("lastDay", facts.lastDay ? format.day(facts.lastDay) : words.own.openEnded),
    field("noticeMonths", facts.noticeMonths),
    field("nonTerminableUntil", facts.nonTerminableUntil && format.day(facts.nonTerminableUntil)),
    field("annualRent", facts.annualRentOre === null ? null : format.ore(facts.annualRentOre)),
  ];
  return (
    <Card
      title={words.page.facts}
      tools={
        row.buildingId && (
          <Link to={`/buildings/${row.buildingId}`} className="text-link">
            {words.page.openBuilding}
          </Link>
        )
      }
    >
      <DescriptionList
        facts={[
          field("key", row.key ?? (row.buildingId ? words.kinds.property : words.list.unknown)),
          {
            term: words.list.place,
            value: [`${facts.street} ${facts.houseNumber}`, facts.premises, `${facts.postcode} ${facts.town}`]
              .filter(Boolean)
              .join(", "),
          },
          field("areaM2", format.areaM2(facts.areaM2)),
          field("useCode", use && `${use.code} ${locale === "da" ? use.nameDa : use.nameEn}`),
          field("unit", row.unitName),
          ...(kind === "lease"
            ? ofLease
            : [field("bfeNumber", facts.bfeNumber), field("builtYear", facts.builtYear)]),
          ...(row.buildingId
            ? []
            : [{ term: `${words.fields.latitude} · ${words.fields.longitude}`, value: place }]),
          ...(facts.note ? [field("note", facts.note)] : []),
        ]}
      />
      {!row.buildingId && <p className="mt-3 text-sm text-ink-soft">{words.page.unknown}</p>}
    </Card>
  );
}
