import type { Priority } from "../order/sla.ts";
import items from "./facility-items.json" with { type: "json" };
import type { ItemLocation } from "./terms.ts";

/** What can fail or be missing, as people name it, with what one can do and should tell in both languages. */
export interface FacilityItem {
  code: string;
  nameDa: string;
  nameEn: string;
  guidanceDa: string;
  guidanceEn: string;
  usualLocation: ItemLocation;
  /** SfB main number, as surveys use it; null where no surveyed element stands behind the item. */
  elementGroup: string | null;
  usualPriority: Priority;
  /** The working time one repair of its kind usually takes. */
  normMinutes: number;
}

/**
 * The items every organisation begins with; kept as data (`facility_item`) from then on. Locations, priorities and norm
 * times are the project's own judgement.
 */
export const usualItems = items as readonly FacilityItem[];
