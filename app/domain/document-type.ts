/** The types of file that are taken: each with its media type and the endings of names that fit it. */
export const documentTypes = {
  pdf: { mediaType: "application/pdf", endings: ["pdf"] },
  png: { mediaType: "image/png", endings: ["png"] },
  jpeg: { mediaType: "image/jpeg", endings: ["jpg", "jpeg"] },
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    endings: ["docx"],
  },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    endings: ["xlsx"],
  },
} as const;
export type DocumentType = keyof typeof documentTypes;

const firstBytes = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
  zip: [0x50, 0x4b, 0x03, 0x04],
} as const;

/**
 * What a file is by its first bytes; `zip` may be a document of an office suite. Null for anything else.
 * @example typeOfHead(new TextEncoder().encode("%PDF-1.7")) // "pdf"
 */
export function typeOfHead(head: Uint8Array): keyof typeof firstBytes | null {
  const types = Object.keys(firstBytes) as (keyof typeof firstBytes)[];
  return types.find((type) => firstBytes[type].every((byte, place) => head[place] === byte)) ?? null;
}

/**
 * What a zip file is by the names of its entries. One with macros is neither: it runs programs where it is opened.
 * @example officeTypeOf(["[Content_Types].xml", "word/document.xml"]) // "docx"
 */
export function officeTypeOf(entryNames: readonly string[]): "docx" | "xlsx" | null {
  const names = new Set(entryNames);
  if (!names.has("[Content_Types].xml") || entryNames.some((name) => /vbaproject/i.test(name))) return null;
  if (names.has("word/document.xml")) return "docx";
  return names.has("xl/workbook.xml") ? "xlsx" : null;
}

/** The end record of a zip file without a comment, and the most that a comment can add. Source: APPNOTE 6.3.10, 4.3.16. */
const endRecordBytes = 22;
export const mostZipTailBytes = endRecordBytes + 0xffff;

/** Where the list of entries lies in a zip file, in bytes from its start, told by its last bytes; null if it is none. */
export function zipDirectoryOf(tail: Uint8Array): { offset: number; bytes: number } | null {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.length - endRecordBytes; at >= 0; at--) {
    if (view.getUint32(at, true) === 0x06054b50)
      return { bytes: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true) };
  }
  return null;
}

/** The names in the list of entries of a zip file. Source: APPNOTE 6.3.10, 4.3.12. */
export function zipEntryNames(directory: Uint8Array): string[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const names: string[] = [];
  for (let at = 0; at + 46 <= directory.length && view.getUint32(at, true) === 0x02014b50;) {
    const nameBytes = view.getUint16(at + 28, true);
    const restBytes = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    names.push(new TextDecoder().decode(directory.subarray(at + 46, at + 46 + nameBytes)));
    at += 46 + nameBytes + restBytes;
  }
  return names;
}

const longestName = 120;

/**
 * The name a file is kept and handed out under: no folders, nothing invisible, and an ending that says what it is.
 * @example fileNameOf("../../plan\u202efdp.exe", "pdf") // "planfdp.exe.pdf"
 */
export function fileNameOf(given: string, type: DocumentType): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1)!;
  const shown = last
    .replace(/[\p{C}"<>:|?*]/gu, "")
    .replace(/^[.\s]+|[.\s]+$/g, "")
    .trim();
  const { endings } = documentTypes[type];
  const ending = endings.find((one) => shown.toLowerCase().endsWith(`.${one}`));
  const stem = (ending ? shown.slice(0, -ending.length - 1) : shown).slice(0, longestName).trim();
  return `${stem || "dokument"}.${ending ?? endings[0]}`;
}
