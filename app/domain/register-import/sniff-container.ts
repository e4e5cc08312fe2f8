import { UnreadableFile, type UnreadableReason } from "./reasons.ts";

/** How the records of a file are packed, told from its first bytes. */
export type Container =
  | { kind: "json"; areLines: boolean }
  | { kind: "csv"; encoding: "utf-8" | "windows-1252"; delimiter: string };

const signatures: [UnreadableReason, number[]][] = [
  ["picture", [0x89, 0x50, 0x4e, 0x47]],
  ["picture", [0xff, 0xd8, 0xff]],
  ["picture", [0x47, 0x49, 0x46, 0x38]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["packed", [0x1f, 0x8b]],
  ["packed", [0x37, 0x7a, 0xbc, 0xaf]],
  ["spreadsheet", [0xd0, 0xcf, 0x11, 0xe0]],
  ["utf16", [0xff, 0xfe]],
  ["utf16", [0xfe, 0xff]],
];
const zip = [0x50, 0x4b, 0x03, 0x04];

/**
 * Tells JSON from a table, and what is neither from both. `head` is the first 64 kB, or the whole file where that is
 * shorter (`isWhole`). Throws UnreadableFile for what is no text, or empty.
 */
export function sniffContainer(head: Uint8Array, isWhole: boolean): Container {
  const startsWith = (bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
  for (const [reason, bytes] of signatures) if (startsWith(bytes)) throw new UnreadableFile(reason);
  const encoding = encodingOf(head, isWhole);
  const text = new TextDecoder(encoding).decode(head);
  if (startsWith(zip))
    throw new UnreadableFile(
      text.includes("xl/") || text.includes("[Content_Types]") ? "spreadsheet" : "packed",
    );
  if (head.includes(0)) throw new UnreadableFile("binary");
  const first = text.trimStart();
  if (first === "") throw new UnreadableFile("empty");
  if (first.startsWith("[") || first.startsWith("{"))
    return { kind: "json", areLines: isLineByLine(first, isWhole) };
  return { kind: "csv", encoding, delimiter: delimiterOf(first) };
}

/** UTF-8 where the bytes are that; the end of the head may cut a letter in two. Else what Danish Windows writes, of which
 *  ISO-8859-1 is a part. */
function encodingOf(head: Uint8Array, isWhole: boolean): "utf-8" | "windows-1252" {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: !isWhole });
    return "utf-8";
  } catch (error) {
    if (error instanceof TypeError) return "windows-1252";
    throw error;
  }
}

/** Whether the text is records one after another, rather than one object around lists: its first line, or all of it, is
 *  a whole object that has an id or is a GeoJSON feature. */
function isLineByLine(text: string, isWhole: boolean): boolean {
  if (!text.startsWith("{")) return false;
  const firstLine = text.split(/[\r\n]/, 1)[0]!;
  return [firstLine, ...(isWhole ? [text] : [])].some(isRecordText);
}

function isRecordText(text: string): boolean {
  try {
    const value = JSON.parse(text) as Record<string, unknown>;
    return "id_lokalId" in value || value["type"] === "Feature" || "bbrId" in value;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** The separator that the header uses most. */
function delimiterOf(text: string): string {
  const header = text.split(/[\r\n]/, 1)[0]!;
  const counts = [";", ",", "\t"].map((mark) => ({ mark, count: header.split(mark).length - 1 }));
  return counts.reduce((best, other) => (other.count > best.count ? other : best)).mark;
}
