import { customType } from "drizzle-orm/pg-core";

/** Raw bytes: hashes of sessions and tokens. */
export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** The words of a text as full-text search keeps them; written by `to_tsvector`, never read back. */
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
