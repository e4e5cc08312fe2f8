import type { PortfolioWords } from "#app/i18n/portfolio.ts";
import type { PortfolioRow } from "#domain/portfolio-row.ts";
import { backlogPerM2 } from "../portfolio/layer-text.ts";

export type CellValue = string | number | null;

/** A column of a file: how it is headed, what it holds, and its value of a row. */
export interface ExportColumn<Row = PortfolioRow> {
  header: string;
  kind: "text" | "number" | "day";
  value: (row: Row) => CellValue;
}

export interface Names {
  administration: ReadonlyMap<string, string>;
  district: ReadonlyMap<string, string>;
}

const round = (value: number | null, decimals: number): number | null =>
  value === null ? null : Math.round(value * 10 ** decimals) / 10 ** decimals;

/** The columns of the file: all that the list knows of a building, in the words of the language that asks. */
export function exportColumns(words: PortfolioWords, names: Names): ExportColumn[] {
  const { columns, export: heads } = words;
  const text = (header: string, value: ExportColumn["value"]): ExportColumn => ({
    header,
    kind: "text",
    value,
  });
  const number = (header: string, value: ExportColumn["value"]): ExportColumn => ({
    header,
    kind: "number",
    value,
  });
  const day = (header: string, value: ExportColumn["value"]): ExportColumn => ({
    header,
    kind: "day",
    value,
  });
  return [
    text(columns.name, (row) => row.name),
    text(columns.address, (row) => row.address),
    text(columns.district, (row) => (row.districtId && names.district.get(row.districtId)) || null),
    text(
      columns.administration,
      (row) => (row.administrationId && names.administration.get(row.administrationId)) || null,
    ),
    text(columns.tenure, (row) => words.tenures[row.tenure]),
    text(columns.use, (row) => words.uses[row.useGroup]),
    text(heads.useCode, (row) => row.useCode),
    number(columns.built, (row) => row.builtYear),
    number(heads.areaM2, (row) => round(row.areaM2, 2)),
    number(heads.letM2, (row) => round(row.letM2, 2)),
    number(heads.digitisedM2, (row) => round(row.digitisedM2, 2)),
    number(heads.condition, (row) => row.condition),
    day(heads.surveyed, (row) => row.surveyedOn),
    number(heads.backlogKr, (row) => row.exteriorBacklogOre / 100),
    number(heads.backlogPerM2, (row) => round(backlogPerM2(row), 2)),
    day(heads.leaseEnd, (row) => row.leaseEndOn),
    number(heads.trust, (row) => row.trust),
    number(heads.bfe, (row) => row.bfe),
    text(heads.bbrId, (row) => row.bbrId),
    text(heads.id, (row) => row.id),
    number(heads.lon, (row) => row.position?.[0] ?? null),
    number(heads.lat, (row) => row.position?.[1] ?? null),
    text(heads.changed, (row) => row.changedAt),
  ];
}
