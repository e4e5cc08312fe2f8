import type { BuildingRecord } from "./building-record.ts";
import type { Refusal } from "./reasons.ts";

/**
 * Which ids a file has named so far, and with what. An id twice with the same content is a repetition; with different
 * content nobody can say which is right, and every one of its rows is refused.
 */
export class SeenIds {
  readonly #rows = new Map<string, { content: string; rows: number[]; isDisputed: boolean }>();

  /** Notes a row; false for a repetition, which is not to be taken again. */
  note(record: BuildingRecord): boolean {
    const content = contentOf(record);
    const seen = this.#rows.get(record.bbrId);
    if (!seen) {
      this.#rows.set(record.bbrId, { content, rows: [record.row], isDisputed: false });
      return true;
    }
    if (seen.content === content) return false;
    seen.isDisputed = true;
    seen.rows.push(record.row);
    return true;
  }

  /** Known once the whole file is read: why a row cannot be taken after all. */
  disputeOf(record: Pick<BuildingRecord, "row" | "bbrId">): Refusal | null {
    const seen = this.#rows.get(record.bbrId);
    if (!seen?.isDisputed) return null;
    const others = seen.rows.filter((row) => row !== record.row).slice(0, 5);
    return { row: record.row, field: "id_lokalId", reason: "duplicateId", value: others.join(", ") };
  }
}

/** Sixty-four bits of a record's content without its place in the file: FNV-1a, forwards and with another start. Two
 *  rows of one id that differ and still meet here would pass for a repetition: one chance in 10¹⁹. */
function contentOf({ facts, position, footprint, municipalityCode }: BuildingRecord): string {
  const text = JSON.stringify([facts, position, footprint, municipalityCode]);
  let one = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ (code + index), 0x01000193);
  }
  return `${one >>> 0}.${other >>> 0}`;
}
