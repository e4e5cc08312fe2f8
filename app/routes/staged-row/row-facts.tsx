import { DescriptionList } from "#app/components/description-list.tsx";
import { staged } from "#app/i18n/staged.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { StagedItem } from "#db/queries/staged/list-staged.ts";
import { codeNameOf } from "#domain/building-codes.ts";
import { buildingUseOf } from "#domain/building-use.ts";

/** All that the register says of a row; what it does not say stands as not said. */
export function RowFacts({ row }: { row: StagedItem }) {
  const { row: words, decide } = useWords(staged);
  const format = useFormats();
  const locale = useLocale();
  const { facts, position } = row;
  const named = (name: { nameDa: string; nameEn: string } | null) =>
    name && (locale === "da" ? name.nameDa : name.nameEn);
  const area = (areaM2: number | null | undefined) => (areaM2 == null ? null : format.areaM2(areaM2));
  const place =
    position &&
    position
      .map((degrees) => format.number(degrees, 5))
      .reverse()
      .join(" · ");
  const bfe = facts.bfeNumber ?? row.knownAddress?.bfeNumber ?? null;
  return (
    <DescriptionList
      facts={[
        { term: words.use, value: named(facts.useCode ? buildingUseOf(facts.useCode) : null) },
        { term: words.status, value: named(codeNameOf("statuses", facts.bbrStatus ?? null)) },
        { term: words.built, value: facts.builtYear ?? null },
        { term: words.gross, value: area(facts.grossAreaM2) },
        { term: words.footprint, value: area(facts.footprintAreaM2) },
        { term: words.storeys, value: facts.storeys ?? null },
        { term: decide.bfe, value: bfe },
        { term: words.municipality, value: facts.municipalityCode ?? null },
        { term: words.position, value: place },
        { term: words.ground, value: facts.groundId ?? null },
        { term: words.file, value: words.source(row.fileName, format.dateTime(row.firstSeenAt)) },
      ]}
    />
  );
}
