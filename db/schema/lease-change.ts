import { bigint, date, integer, jsonb, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { leaseChangeKinds } from "#domain/lease/change-plan.ts";

/* Guided changes of a lease, and its files. Constraints live in db/migrations; a test holds the two together. */

const day = (name: string) => date(name, { mode: "string" });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const leaseChange = pgTable("lease_change", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  contractId: uuid("contract_id").notNull(),
  number: integer("number").notNull(),
  kind: text("kind", { enum: leaseChangeKinds }).notNull(),
  state: text("state", { enum: ["draft", "confirmed", "done", "undone", "dropped"] }).notNull(),
  byParty: text("by_party", { enum: ["landlord", "tenant", "both"] }),
  receivedOn: day("received_on"),
  effectiveOn: day("effective_on"),
  form: jsonb("form").notNull(),
  undo: jsonb("undo"),
  revision: integer("revision").notNull(),
  createdBy: uuid("created_by"),
  createdAt: instant("created_at").notNull(),
  confirmedBy: uuid("confirmed_by"),
  confirmedAt: instant("confirmed_at"),
  undoneAt: instant("undone_at"),
});

export const leaseChangeStep = pgTable("lease_change_step", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  changeId: uuid("change_id").notNull(),
  position: smallint("position").notNull(),
  key: text("key").notNull(),
  dueOn: day("due_on"),
  doneOn: day("done_on"),
  doneBy: uuid("done_by"),
  note: text("note").notNull(),
});

export const leaseDocument = pgTable("lease_document", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  seriesId: uuid("series_id").notNull(),
  version: smallint("version").notNull(),
  contractId: uuid("contract_id"),
  draftId: uuid("draft_id"),
  changeId: uuid("change_id"),
  title: text("title").notNull(),
  kind: text("kind").notNull(),
  datedOn: day("dated_on"),
  fileName: text("file_name").notNull(),
  mediaType: text("media_type").notNull(),
  bytes: bigint("bytes", { mode: "number" }).notNull(),
  sha256: text("sha256").notNull(),
  storageKey: text("storage_key").notNull(),
  uploadedBy: uuid("uploaded_by"),
  createdAt: instant("created_at").notNull(),
  removedAt: instant("removed_at"),
});
