import { availabilities, type Availability } from "./use-rates.ts";
import { usePeriods, type UsePeriod } from "./use-week.ts";

export const useSorts = ["utilisation", "emptyM2", "area", "evening", "name"] as const;
export type UseSort = (typeof useSorts)[number];

/** How use is looked at: in which weeks, within which hours, in which order, and whether evenings must be empty. */
export interface UseView {
  period: UsePeriod;
  hours: Availability;
  sort: UseSort;
  order: "asc" | "desc";
  emptyEvenings: boolean;
}

const oneOf = <T extends string>(known: readonly T[], value: string | null, usual: T): T =>
  known.find((one) => one === value) ?? usual;

/** @example readUseView(new URLSearchParams("period=summer")).period // "summer" */
export function readUseView(params: URLSearchParams): UseView {
  const sort = oneOf(useSorts, params.get("sort"), "emptyM2");
  const rising = sort === "utilisation" || sort === "evening" || sort === "name";
  return {
    period: oneOf(usePeriods, params.get("period"), "term"),
    hours: oneOf(availabilities, params.get("hours"), "office"),
    sort,
    order: oneOf(["asc", "desc"], params.get("order"), rising ? "asc" : "desc"),
    emptyEvenings: params.get("evening") === "empty",
  };
}
