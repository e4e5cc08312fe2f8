import { inflateRawSync } from "node:zlib";

/** The files of a zip archive, by name, read by the directory at its end. */
export function unzip(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Error("not a zip archive");
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) =>
      archive.readUInt16LE(at + offset),
    );
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength!);
    const local = archive.readUInt32LE(at + 42);
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const data = archive.subarray(begin, begin + archive.readUInt32LE(at + 20));
    files.set(name, archive.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data));
    at += 46 + nameLength! + extraLength! + noteLength!;
  }
  return files;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const textOf = (xml: string): string =>
  [...xml.matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)]
    .map(([, text]) => text!.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? ""))
    .join("");

/** The place of a column from its letters. @example columnAt("AB") // 27 */
const columnAt = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The cells of the first sheet of an Excel file: numbers as numbers, text as text, formulas refused. */
export function xlsxRows(file: Buffer): (string | number | null)[][] {
  const files = unzip(file);
  const shared = [...(files.get("xl/sharedStrings.xml")?.toString() ?? "").matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, item]) => textOf(item!),
  );
  const sheet = files.get("xl/worksheets/sheet1.xml")!.toString();
  if (/<f\b/.test(sheet)) throw new Error("the sheet holds a formula");
  return [...sheet.matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].map(([, row]) => {
    const cells: (string | number | null)[] = [];
    for (const [, marks, content] of row!.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const kind = /\bt="(\w+)"/.exec(marks!)?.[1];
      const value = /<v>(.*?)<\/v>/s.exec(content ?? "")?.[1];
      const place = columnAt(/\br="([A-Z]+)\d+"/.exec(marks!)![1]!);
      if (kind === "inlineStr") cells[place] = textOf(content!);
      else if (kind === "s") cells[place] = shared[Number(value)]!;
      else cells[place] = value === undefined ? null : Number(value);
    }
    return cells;
  });
}
