import { sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { Id } from "#domain/id.ts";

/** Ids as one parameter of type `uuid[]`; the `sql` template would spread a JavaScript array over many. */
export const uuidArray = (ids: readonly Id[]): SQL => sql`${`{${ids.join(",")}}`}::uuid[]`;

/**
 * Days or numbers as the text of one array parameter; the driver writes only arrays of text itself.
 * @example sql`unnest(${arrayText(["2026-01-01", "2026-02-01"])}::date[])`
 */
export const arrayText = (values: readonly (string | number)[]): string => `{${values.join(",")}}`;
