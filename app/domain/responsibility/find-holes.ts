import type { Day } from "../day-count.ts";
import { groupRules } from "./group-rules.ts";
import { resolveResponsibility } from "./resolve-responsibility.ts";
import type { ResponsibilityRule } from "./responsibility-rule.ts";
import { causes, itemLocations, responsibilityTenures } from "./terms.ts";

/** A stretch of the matrix without an answer: every combination of what is listed. */
export interface Hole {
  items: string[];
  locations: string[];
  causes: string[];
  tenures: string[];
  count: number;
}

/**
 * Asks the default matrix everything that can be asked on a day, and says what it leaves without an answer.
 * @example findHoles(rules, ["window", …], "2015-01-01").holes[0]?.tenures // ["thirdParty", "selfGoverning"]
 */
export function findHoles(rules: readonly ResponsibilityRule[], itemCodes: readonly string[], on: Day) {
  const silent = itemCodes.flatMap((itemCode) =>
    itemLocations.flatMap((location) =>
      causes.flatMap((cause) =>
        responsibilityTenures
          .map((tenure) => ({ itemCode, location, cause, tenure }))
          .filter(
            (asked) =>
              !resolveResponsibility(rules, { ...asked, on, administrationId: null, contractIds: [] }),
          ),
      ),
    ),
  );
  const holes = groupRules(silent, () => "").map(({ items, locations, causes, tenures, rules }): Hole => ({
    ...{ items, locations, causes, tenures, count: rules.length },
  }));
  const asked = itemCodes.length * itemLocations.length * causes.length * responsibilityTenures.length;
  return { asked, silent: silent.length, holes };
}
