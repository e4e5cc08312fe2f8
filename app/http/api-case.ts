import type { Locale } from "#app/i18n/locale.ts";
import type { CaseFile } from "#db/queries/case/get-case.ts";
import type { CaseRow } from "#db/queries/case/list-cases.ts";

const instant = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());

/** A case in a list, as the API names it. */
export const toApiCaseRow = (row: CaseRow, locale: Locale) => ({
  caseNumber: row.number,
  text: row.text,
  createdAt: row.createdAt,
  buildingId: row.buildingId,
  building: row.buildingName,
  space: row.spaceName,
  unit: row.unitName,
  photos: row.photos,
  orders: row.orders.map(({ id, nameDa, nameEn, state, respondBy, resolveBy, plannedOn, plannedYear }) => ({
    ...{ id, service: locale === "da" ? nameDa : nameEn, state },
    ...{ respondBy: instant(respondBy), resolveBy: instant(resolveBy), plannedOn, plannedYear },
  })),
});

/** A case whole with its time line, the oldest first. An event's `order` is null where it is of the case as a whole. */
export const toApiCase = (file: CaseFile, locale: Locale) => ({
  caseNumber: file.number,
  text: file.text,
  createdAt: instant(file.createdAt),
  buildingId: file.buildingId,
  building: file.buildingName,
  address: file.address,
  space: file.spaceName,
  unit: file.unitName,
  orders: file.orders.map((order) => ({
    ...{ id: order.id, number: `${file.number}-${order.line}` },
    service: locale === "da" ? order.nameDa : order.nameEn,
    ...{ state: order.state, outcome: order.outcome, reason: order.stateReason, nextOwner: order.nextOwner },
    ...{ executor: order.executor, payer: order.payer, share: order.payerSharePercent },
    ...{ priority: order.priority, respondBy: instant(order.respondBy), resolveBy: instant(order.resolveBy) },
    ...{ respondedAt: instant(order.respondedAt), resolvedAt: instant(order.resolvedAt) },
    ...{ plannedOn: order.plannedOn, plannedYear: order.plannedYear, priceOre: order.priceOre },
    clause: locale === "da" ? order.clauseDa : order.clauseEn,
    ...{ reopened: order.reopened, version: order.version },
  })),
  timeline: file.events.map(({ id, orderId, event, fromState, toState, reason, actorName, happenedAt }) => ({
    ...{ id, order: orderId, event, fromState, toState, reason, by: actorName, at: instant(happenedAt) },
  })),
  photos: file.photos.map(({ id, kind, takenAt }) => ({
    ...{ id, kind, takenAt: instant(takenAt), url: `/photos/${id}`, thumbnailUrl: `/photos/${id}/thumbnail` },
  })),
});
