import { sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { Id } from "#domain/id.ts";

/** Ids as one parameter of type `uuid[]`; the `sql` template would spread a JavaScript array over many. */
export const uuidArray = (ids: readonly Id[]): SQL => sql`${`{${ids.join(",")}}`}::uuid[]`;
