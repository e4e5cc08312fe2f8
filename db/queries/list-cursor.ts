import { isId, type Id } from "#domain/id.ts";

/** One page of a list: its rows, the count of the whole set, and where to go on (null at the end). */
export interface Page<Row> {
  items: Row[];
  total: number;
  nextCursor: string | null;
}

/** What a cursor that was not made here is answered with. */
export class CursorFault extends Error {
  constructor() {
    super("the cursor does not belong to this list");
  }
}

/** How a sort key is typed in the database. */
export type KeyType = "text" | "float8" | "date";

/** The place of a row in a list, as a text that tells nothing. */
export const writeCursor = (key: string, id: Id): string =>
  Buffer.from(JSON.stringify([key, id])).toString("base64url");

/** The place that a cursor names. Throws CursorFault for one of another list. */
export function readCursor(cursor: string, type: KeyType): { key: string; id: Id } {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch (cause) {
    throw Object.assign(new CursorFault(), { cause });
  }
  const [key, id] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const fits =
    typeof key === "string" &&
    (type !== "float8" || Number.isFinite(Number(key))) &&
    (type !== "date" || /^\d{4}-\d{2}-\d{2}$/.test(key));
  if (!fits || typeof id !== "string" || !isId(id)) throw new CursorFault();
  return { key, id };
}
