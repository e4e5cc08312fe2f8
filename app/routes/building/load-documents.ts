import type { Db } from "#db/client.server.ts";
import { mayReachBuilding } from "#db/queries/building/reaches-building.ts";
import { getDocument } from "#db/queries/get-document.ts";
import { listDocuments } from "#db/queries/list-documents.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, type Day } from "#domain/day.ts";
import { isId, type Id } from "#domain/id.ts";
import { documentEvents, type DocumentEvent } from "../building-documents/after-document.ts";

/** The documents of a building for its page, whether the actor may change them, and what just became of one. */
export async function loadDocuments(
  db: Db,
  actor: Actor,
  buildingId: Id,
  today: Day,
  params: URLSearchParams,
) {
  const [rows, mayWrite, happened] = await Promise.all([
    listDocuments(db, actor, buildingId, today),
    mayReachBuilding(db, actor, buildingId, "write", today),
    whatHappened(db, actor, buildingId, today, params),
  ]);
  const items = rows.map(({ id, title, kind, datedOn, bytes, createdAt, uploadedByName }) => ({
    ...{ id, title, kind, datedOn, bytes, uploadedByName, createdOn: dayAt(new Date(createdAt)) },
  }));
  return { items, mayWrite, happened };
}

export type BuildingDocuments = Awaited<ReturnType<typeof loadDocuments>>;

/** What the address says became of a document, as far as it is still so. */
async function whatHappened(db: Db, actor: Actor, buildingId: Id, today: Day, params: URLSearchParams) {
  const id = params.get("document");
  const event = documentEvents.find((one): one is DocumentEvent => one === params.get("was"));
  if (!isId(id) || !event) return null;
  const found = await getDocument(db, actor, id, today);
  const isRemovedNow = event === "removed" || event === "taken";
  if (found?.buildingId !== buildingId || found.isRemoved !== isRemovedNow) return null;
  return { id, event, title: found.title };
}
