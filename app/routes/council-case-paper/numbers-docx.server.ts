import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  AlignmentType,
} from "docx";
import { formatsIn } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import type { NumberCell, NumberTable } from "./number-tables.ts";

/** The numbers as a Word file: a heading and a table each, with heads that come again on every page. */
export async function numbersDocx(
  { title, foot, locale }: { title: string; foot: string; locale: Locale },
  tables: readonly NumberTable[],
): Promise<Buffer> {
  const format = formatsIn(locale);
  const said = (value: NumberCell) =>
    value === null
      ? ""
      : typeof value === "number"
        ? format.number(value, Number.isInteger(value) ? 0 : 4)
        : value;
  const cell = (value: NumberCell, isHead: boolean) =>
    new TableCell({
      children: [
        new Paragraph({
          alignment: typeof value === "number" ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text: said(value), bold: isHead, size: 16 })],
        }),
      ],
    });
  const rowOf = (values: readonly NumberCell[], isHead = false) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: values.map((value) => cell(value, isHead)),
    });
  const document = new Document({
    ...{ title, creator: "Ejendomsportalen", description: foot },
    styles: {
      default: {
        document: { run: { font: "Arial", language: { value: locale === "da" ? "da-DK" : "en-GB" } } },
      },
    },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ children: [new TextRun({ text: foot, size: 16 })] }),
          ...tables.flatMap(({ title: name, heads, rows }) => [
            new Paragraph({
              text: name,
              heading: HeadingLevel.HEADING_2,
              spacing: { before: 300, after: 120 },
            }),
            new Table({
              width: { size: 100, type: WidthType.PERCENTAGE },
              rows: [rowOf(heads, true), ...rows.map((row) => rowOf(row))],
            }),
          ]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
