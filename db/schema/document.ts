import { bigint, date, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/* Documents of a building; the files lie in the file storage. Constraints live in db/migrations; a test holds the two together. */

export const document = pgTable("document", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  title: text("title").notNull(),
  kind: text("kind", {
    enum: ["drawing", "contract", "report", "certificate", "photo", "other"],
  }).notNull(),
  datedOn: date("dated_on", { mode: "string" }),
  fileName: text("file_name").notNull(),
  mediaType: text("media_type").notNull(),
  bytes: bigint("bytes", { mode: "number" }).notNull(),
  sha256: text("sha256").notNull(),
  storageKey: text("storage_key").notNull(),
  uploadedBy: uuid("uploaded_by").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull(),
  removedAt: timestamp("removed_at", { withTimezone: true, mode: "date" }),
});
