import { bbr } from "./small-portfolio.ts";

/** Rows as the fixtures of this folder build them: BBR's own names, REST spelling. */
export type Row = Record<string, unknown>;

export const row = (more: Row = {}): Row => ({
  id_lokalId: bbr.undivided,
  kommunekode: "0101",
  status: "6",
  ...more,
});

/** A file in memory, as one chunk or cut into small ones. */
export function fileOf(content: string | Uint8Array, { name = "test.json", chunk = Infinity } = {}) {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  async function* open() {
    for (let at = 0; at < bytes.length; at += Math.min(chunk, bytes.length))
      yield bytes.subarray(at, at + chunk);
  }
  return { name, size: bytes.length, open };
}

export const jsonFile = (rows: Row[]) => fileOf(JSON.stringify(rows));

/** Writes text as ISO-8859-1. */
export const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");
