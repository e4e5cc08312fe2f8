import { z } from "zod";
import type { Upload } from "#app/http/receive-upload.server.ts";
import { addIndexFigures, addPriceList, type PriceRefusal } from "#db/commands/condition/add-prices.ts";
import type { Db } from "#db/client.server.ts";
import { getElementBasis } from "#db/queries/condition/get-element-basis.ts";
import type { Actor } from "#domain/actor.ts";
import { readIndexFile, type IndexFault } from "#domain/condition/index-file.ts";
import { readPriceList, type PriceFault } from "#domain/condition/price-list-file.ts";
import { dayAt, parseDay } from "#domain/day.ts";
import { readTable } from "./read-table.server.ts";

export type TextFault = "name" | "source" | "level" | "from" | "noFile" | "tooLarge" | "unreadable";

/** A price list, the index of building works, or the net price index that rents follow. */
export type FileIntent = "list" | "index" | "rentIndex";

export interface FileAnswer {
  intent: FileIntent;
  refusal: PriceRefusal | null;
  faults: TextFault[];
  missingColumns: string[];
  /** The first of the rows that are wrong, and how many there are. */
  rows: { row: number; fault: PriceFault | IndexFault; value: string }[];
  wrongRows: number;
  typed: Record<string, string>;
}

/** What was taken: the codes of elements that a list leaves without a price, or how many months were new. */
export type Taken =
  { intent: "list"; unpriced: string[] } | { intent: "index" | "rentIndex"; changed: number };

const rowsTold = 20;

const day = z.string().refine((text) => parseDay(text) !== null);
const text = z.string().trim().min(1).max(200);
const forms = {
  list: z.object({ name: text, source: text, level: day, from: day }),
  index: z.object({ source: text }),
  rentIndex: z.object({ source: text }),
};

const indexOf = { index: "construction", rentIndex: "npi" } as const;

/** Judges a file with its form and, where nothing at all is wrong, takes it. */
export async function takeFile(
  db: Db,
  actor: Actor,
  { fields, file, isTooLarge }: Upload,
  now: Date,
): Promise<{ ok: true; taken: Taken } | { ok: false; answer: FileAnswer }> {
  const intent = fields.intent === "index" || fields.intent === "rentIndex" ? fields.intent : "list";
  const no = (why: Partial<FileAnswer>): { ok: false; answer: FileAnswer } => ({
    ok: false,
    answer: {
      ...{ intent, refusal: null, faults: [], missingColumns: [], rows: [], wrongRows: 0, typed: fields },
      ...why,
    },
  });
  const form = forms[intent].safeParse(fields);
  const faults = form.success ? [] : form.error.issues.map(({ path }) => path[0] as TextFault);
  if (isTooLarge) faults.push("tooLarge");
  else if (!file || file.bytes === 0) faults.push("noFile");
  const table = file && !isTooLarge && file.bytes > 0 ? await readTable(file.path) : null;
  if (file && !isTooLarge && file.bytes > 0 && table === null) faults.push("unreadable");
  if (faults.length > 0 || table === null) return no({ faults: [...new Set(faults)] });
  const wrong = (read: Pick<FileAnswer, "missingColumns"> & { faults: FileAnswer["rows"] }) =>
    no({
      missingColumns: read.missingColumns,
      ...{ rows: read.faults.slice(0, rowsTold), wrongRows: read.faults.length },
    });
  if (intent !== "list") {
    const read = readIndexFile(table);
    if (read.missingColumns.length > 0 || read.faults.length > 0) return wrong(read);
    const result = await addIndexFigures(
      db,
      actor,
      { key: indexOf[intent], source: fields.source!.trim() },
      read.figures,
      now,
    );
    if (!result.ok) return no({ refusal: result.refusal });
    return { ok: true, taken: { intent, changed: result.value.changed } };
  }
  const { types } = await getElementBasis(db, actor, dayAt(now));
  const read = readPriceList(table, types);
  if (read.missingColumns.length > 0 || read.faults.length > 0) return wrong(read);
  const { name, source, level, from } = forms.list.parse(fields);
  const head = { name, source, priceLevelOn: level, validFrom: from };
  const result = await addPriceList(db, actor, head, read.lines, now);
  if (!result.ok) return no({ refusal: result.refusal });
  return { ok: true, taken: { intent, unpriced: read.unpriced } };
}
