import { scopeOf } from "../access.ts";
import type { Actor } from "../actor.ts";
import type { ScenarioEconomy } from "./case-economy.ts";
import type { CaseInputs } from "./case-inputs.ts";
import { landlord } from "./flow-lines.ts";

/**
 * The economy as an actor may see it: who reads the whole portfolio sees every party; an administration sees the city's sums
 * and its own, and not what others pay.
 */
export function shownTo(
  actor: Pick<Actor, "grants">,
  inputs: CaseInputs,
  economy: ScenarioEconomy,
): ScenarioEconomy {
  const scope = scopeOf(actor, "colocation", "read");
  if (scope.all) return economy;
  const own = new Set(
    inputs.units
      .filter(
        (unit) =>
          scope.administrationIds.includes(unit.administrationId) || scope.unitIds.includes(unit.unitId),
      )
      .map(({ administration }) => administration),
  );
  const isOwn = ({ party }: { party: string }) => own.has(party) && party !== landlord;
  const ownUnits = new Set(
    inputs.units.filter(({ administration }) => own.has(administration)).map(({ id }) => id),
  );
  return {
    ...economy,
    parties: economy.parties.filter(isOwn),
    lines: economy.lines.filter(isOwn),
    moves: economy.moves.filter(({ unitId }) => ownUnits.has(unitId)),
  };
}

/** What a case rests on, as an actor may see it: an administration sees its own units' rent and no other's, nor what the city
 *  pays to third parties. For showing alone: the economy is reckoned from all of it. */
export function inputsShownTo(actor: Pick<Actor, "grants">, inputs: CaseInputs): CaseInputs {
  const scope = scopeOf(actor, "colocation", "read");
  if (scope.all) return inputs;
  const isOwn = (unit: CaseInputs["units"][number]) =>
    scope.administrationIds.includes(unit.administrationId) || scope.unitIds.includes(unit.unitId);
  return {
    ...inputs,
    units: inputs.units.map((unit) =>
      isOwn(unit) ? unit : { ...unit, today: unit.today.map((one) => ({ ...one, rentOre: 0 })) },
    ),
    premises: inputs.premises.map((one) => ({ ...one, externalRentOre: 0, internalRentOrePerM2: 0 })),
  };
}
