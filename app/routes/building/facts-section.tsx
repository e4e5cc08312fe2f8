import { DescriptionList, type Fact } from "#app/components/description-list.tsx";
import { building as area } from "#app/i18n/building.ts";
import type { Formats } from "#app/i18n/format.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { CodeName } from "#domain/building-codes.ts";
import type { BuildingPage } from "./load-building.ts";
import { Section } from "./section.tsx";

type FactsProps = Pick<BuildingPage, "building" | "codes">;
type Words = (typeof area)["da"];
/** What the system works out itself has no source in the register. */
type Row = [term: string, value: string | null, origin?: "workedOut"];

/** What the register says the building is; where that is from, how it was found and when stands at the foot. */
export function FactsSection({ building }: Pick<FactsProps, "building">) {
  const words = useWords(area);
  const isDanish = useLocale() === "da";
  return (
    <Section id="facts" title={words.facts.title}>
      <FactRows rows={identityRows(building, words, isDanish)} />
      <OriginNote building={building} />
    </Section>
  );
}

/** How large the building is and what it is made of, in two columns where there is room. */
export function MeasuresSection({ building, codes }: FactsProps) {
  const words = useWords(area);
  const format = useFormats();
  const isDanish = useLocale() === "da";
  return (
    <Section id="measures" title={words.facts.measures}>
      <div className="grid gap-x-8 lg:grid-cols-2 print:grid-cols-2">
        <FactRows rows={areaRows(building, words, format)} />
        <FactRows rows={fabricRows({ building, codes }, words, isDanish)} />
      </div>
      <OriginNote building={building} />
    </Section>
  );
}

/** A row says where it is from only where that is not what the foot of the card says of all. */
function FactRows({ rows }: { rows: readonly Row[] }) {
  const words = useWords(area).facts;
  const facts: Fact[] = rows.map(([term, value, origin]) => ({
    term,
    value,
    source: origin === "workedOut" && value !== null ? words.workedOut : null,
  }));
  return <DescriptionList facts={facts} />;
}

/** Facts of a building on a day come from one record of it: said once, at the foot of the card. */
function OriginNote({ building }: Pick<FactsProps, "building">) {
  const words = useWords(area);
  const format = useFormats();
  const { source, method, recordedOn } = building;
  return (
    <p className="figures pt-3 text-sm text-ink-soft">
      {words.facts.origin(source, words.methods[method], format.day(recordedOn))}
    </p>
  );
}

function identityRows(building: FactsProps["building"], { facts: words }: Words, isDanish: boolean) {
  const use = `${building.useCode} ${isDanish ? building.useNameDa : building.useNameEn}`;
  const rows: Row[] = [
    [words.property, building.propertyName],
    [words.bfe, building.bfe === null ? null : String(building.bfe)],
    [words.bbr, building.bbrId],
    [words.number, building.bbrNumber === null ? null : String(building.bbrNumber)],
    [words.district, building.districtName, "workedOut"],
    [words.administration, building.administrationName, "workedOut"],
    [words.use, building.usePhasedOut ? words.phasedOut(use) : use],
    [words.built, building.builtYear === null ? null : String(building.builtYear)],
    [words.trust, words.trustOf(String(building.trust)), "workedOut"],
  ];
  if (building.rebuiltYear !== null) rows.push([words.rebuilt, String(building.rebuiltYear)]);
  if (building.positionExcuse) rows.push([words.excuse, building.positionExcuse]);
  return rows;
}

function areaRows(building: FactsProps["building"], { facts: words }: Words, format: Formats): Row[] {
  const areaOf = (m2: number | null) => (m2 === null ? null : format.areaM2(m2));
  return [
    [words.heldArea, areaOf(building.areaM2)],
    [words.grossArea, areaOf(building.grossAreaM2)],
    [words.housingArea, areaOf(building.housingAreaM2)],
    [words.businessArea, areaOf(building.businessAreaM2)],
    [words.footprintArea, areaOf(building.footprintAreaM2)],
    [words.storeys, building.storeys === null ? null : String(building.storeys)],
  ];
}

function fabricRows({ building, codes }: FactsProps, { facts: words }: Words, isDanish: boolean): Row[] {
  const named = (name: CodeName | null, code: string | null) =>
    name ? (isDanish ? name.nameDa : name.nameEn) : code && words.code(code);
  return [
    [words.walls, named(codes.walls, building.wallCode)],
    [words.roof, named(codes.roof, building.roofCode)],
    [words.heating, named(codes.heating, building.heatingCode)],
    [words.heatingMedium, named(codes.heatingMedium, building.heatingMediumCode)],
    [words.listed, building.isListed ? words.yes : words.no],
    [words.preservation, named(codes.preservation, building.preservationCode)],
    [words.energy, building.energyLabel],
  ];
}
