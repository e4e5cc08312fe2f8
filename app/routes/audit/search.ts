import { isId } from "#domain/id.ts";

export const AUDIT_PAGE = 50;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const ENTITY = /^[A-Za-z]{1,40}$/;

/** What the address of the page asks for; what cannot be read is not asked. */
export function readAuditSearch(params: URLSearchParams) {
  const entity = params.get("entity") ?? "";
  const id = params.get("id");
  const [at = "", rowId] = (params.get("after") ?? "").split("_");
  return {
    entity: ENTITY.test(entity) ? entity : null,
    entityId: isId(id) ? id : null,
    after: INSTANT.test(at) && isId(rowId) ? { at, id: rowId } : null,
    limit: AUDIT_PAGE,
  };
}

/** The address of the page that follows a row, with the same filter. */
export function auditPageAfter(params: URLSearchParams, after: { at: string; id: string }): string {
  const next = new URLSearchParams(params);
  next.set("after", `${after.at}_${after.id}`);
  return `?${next}`;
}
