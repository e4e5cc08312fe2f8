import type { Id } from "../id.ts";
import {
  premisesOf,
  type CaseInputs,
  type CasePremises,
  type CaseScenario,
  type CaseUnit,
} from "./case-inputs.ts";
import { areaNeeded, baseOf } from "./moved-units.ts";
import { roomFunctions, type RoomFunction } from "./room-function.ts";
import { shareHours, type SharedHours } from "./shared-hours.ts";
import { needsOf, placesByHour, weekOf } from "./unit-week.ts";

/** What a scenario asks of premises in one function, against what there is. Null capacity: nobody has said. */
export interface FunctionLoad {
  roomFunction: RoomFunction;
  capacityPlaces: number | null;
  /** Places of those who keep theirs to themselves. */
  ownPlaces: number;
  /** Of those who share: what they need together, and when. Null where fewer than two do. */
  shared: SharedHours | null;
  neededPlaces: number;
  byHour: number[];
  isOver: boolean;
}

/** The whole of premises in a scenario: who is there, m² asked for and there, and each function. */
export interface PremisesLoad {
  premisesId: Id;
  unitIds: Id[];
  neededM2: number;
  freeM2: number;
  functions: FunctionLoad[];
  isOver: boolean;
}

/** How full a scenario makes each of the premises, by m², by function and by hour. */
export const loadsOf = (inputs: CaseInputs, scenario: CaseScenario): PremisesLoad[] =>
  inputs.premises.map((premises) => {
    const here = inputs.units.filter(({ id }) => premisesOf(scenario, id) === premises.id);
    const functions = roomFunctions.flatMap((one) => functionLoad(premises, here, one) ?? []);
    const base = baseOf(inputs);
    const neededM2 = here.reduce((sum, unit) => sum + areaNeeded(unit, premisesOf(base, unit.id)), 0);
    const freeM2 = Math.max(0, premises.areaM2 - premises.othersM2);
    // A hundredth of rounding in the register is nobody's lack of room.
    const isOver = neededM2 > freeM2 + 0.5 || functions.some((one) => one.isOver);
    return {
      premisesId: premises.id,
      unitIds: here.map(({ id }) => id),
      neededM2,
      freeM2,
      functions,
      isOver,
    };
  });

function functionLoad(
  premises: CasePremises,
  units: readonly CaseUnit[],
  roomFunction: RoomFunction,
): FunctionLoad | null {
  const asked = units.flatMap((unit) =>
    needsOf(unit)
      .filter((need) => need.roomFunction === roomFunction && need.places > 0)
      .map((need) => ({ need, byHour: placesByHour(weekOf(unit).persons, need.places) })),
  );
  const capacity = capacityOf(premises, roomFunction);
  if (asked.length === 0 && !capacity) return null;
  const own = asked.filter(({ need }) => !need.mayShare);
  const sharing = asked.filter(({ need }) => need.mayShare);
  const ownPlaces = own.reduce((sum, { need }) => sum + need.places, 0);
  const left = capacity === null ? null : Math.max(0, capacity - ownPlaces);
  const shared = shareHours(
    sharing.map(({ byHour }) => byHour),
    left,
  );
  const neededPlaces = ownPlaces + shared.peakOfSum;
  return {
    ...{ roomFunction, capacityPlaces: capacity, ownPlaces, neededPlaces },
    shared: sharing.length > 1 ? shared : null,
    byHour: shared.byHour.map(
      (places, hour) => places + own.reduce((sum, { byHour }) => sum + byHour[hour]!, 0),
    ),
    isOver: capacity !== null && neededPlaces > capacity + 1e-9,
  };
}

/** Places of a function; premises that say what they have, have nothing of what they do not name. */
function capacityOf(premises: CasePremises, roomFunction: RoomFunction): number | null {
  if (premises.capacity.length === 0) return null;
  return premises.capacity.find((one) => one.roomFunction === roomFunction)?.places ?? 0;
}
