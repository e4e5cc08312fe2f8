import data from "./bbr/building-uses.json" with { type: "json" };
import type { UseGroup } from "./portfolio-row.ts";

/** One of BBR's building uses (byg021), with its Danish name as BBR has it and ours in English. */
export interface BuildingUse {
  code: string;
  nameDa: string;
  nameEn: string;
  useGroup: UseGroup;
  /** BBR is phasing the code out; buildings still carry it. */
  isPhasedOut: boolean;
}

/** All of BBR's building uses, by code. Source: BBR's code list BygAnvendelse; the grouping is ours. */
export const buildingUses = data as readonly BuildingUse[];

const byCode = new Map(buildingUses.map((use) => [use.code, use]));

/** The use behind a code, or null for a code that BBR does not have. @example buildingUseOf("421")?.useGroup // "school" */
export const buildingUseOf = (code: string): BuildingUse | null => byCode.get(code) ?? null;
