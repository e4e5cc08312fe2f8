import type { RentLine } from "./rent-lines.ts";

/** How a line of rent is reckoned, by the names of its inputs. @example rentFormula(line) // "areaM2 * unitYearlyOre * shareOfYear" */
export const rentFormula = ({ areaM2, regulated }: Pick<RentLine, "areaM2" | "regulated">): string =>
  [areaM2 === null ? null : "areaM2", "unitYearlyOre", regulated && "indexFactor", "shareOfYear"]
    .filter(Boolean)
    .join(" * ");
