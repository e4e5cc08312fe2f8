import { cases as area } from "#app/i18n/cases.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CaseOrder } from "#db/queries/case/get-case.ts";
import { isOpen, stopsTheClock } from "#domain/order/order-state.ts";

/** What happens next with an order, and by when, in plain words. A deadline that has passed is said, not hidden. */
export function useNextSentence(order: CaseOrder, now: string): string {
  const words = useWords(area);
  const { next } = words;
  const format = useFormats();
  const at = (instant: string | null) => (instant ? format.dateTime(instant) : null);
  const isDesk = order.executor === "serviceDesk";
  const who = (!isDesk && order.teamName) || words.executors[order.executor];
  const first = ((): string => {
    switch (order.state) {
      case "received":
        return next.received(who, at(order.respondBy));
      case "assessed":
        return next.assessed(who);
      case "planned":
        return next.planned(order.plannedOn ? format.day(order.plannedOn) : null);
      case "done":
        return order.outcome === "madeSafe" ? next.madeSafe : next.done;
      case "declined":
        return next.declined(order.nextOwner);
      case "plannedInBacklog":
        return next.plannedInBacklog(order.plannedYear);
      default:
        return next[order.state];
    }
  })();
  const isUnderWay = isOpen(order.state) && order.state !== "done" && !stopsTheClock(order.state);
  if (!isUnderWay) return first;
  const by = at(order.resolveBy);
  if (by === null || order.resolveBy === null) return `${first} ${next.agreed}`;
  return `${first} ${Date.parse(order.resolveBy) < Date.parse(now) ? next.late(by) : next.resolve(by)}`;
}
