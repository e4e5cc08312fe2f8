import type { AssumptionUnit } from "#domain/colocation/usual-assumptions.ts";

/** How a value is typed and shown, against how it is kept: kroner for øre, percent for shares. @example shownFactor("share") // 100 */
export const shownFactor = (unit: AssumptionUnit): number =>
  unit.startsWith("øre") ? 0.01 : unit === "share" ? 100 : 1;
