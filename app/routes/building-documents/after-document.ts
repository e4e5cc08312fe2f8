import { localPathOr } from "#app/http/local-path.ts";

/** What became of a document, said on its building's page. */
export const documentEvents = ["added", "removed", "restored", "taken"] as const;
export type DocumentEvent = (typeof documentEvents)[number];

/** The building's page that one came from, with its day and way back; never another page. */
export function backTo(buildingId: string, back: unknown): string {
  const page = `/buildings/${buildingId}`;
  const target = new URL(localPathOr(back, page), "http://here.invalid");
  if (target.pathname !== page) return page;
  target.searchParams.delete("document");
  target.searchParams.delete("was");
  return target.pathname + target.search;
}

/** Where one goes when something became of a document: its building's page, which says so. */
export function afterDocument(
  buildingId: string,
  back: unknown,
  documentId: string,
  event: DocumentEvent,
): string {
  const target = new URL(backTo(buildingId, back), "http://here.invalid");
  target.searchParams.set("document", documentId);
  target.searchParams.set("was", event);
  return `${target.pathname}${target.search}#documents`;
}
