import { addDays, yearOf } from "../../day-count.ts";
import type { Id } from "../../id.ts";
import type { RoomFunction } from "../room-function.ts";
import type { CandidatePlaces, House, Seat } from "./candidate-places.ts";
import { m2PerEmployee } from "./candidate-money.ts";
import { tightest } from "./judge-pair.ts";
import { factsOfKind } from "./kind-facts.ts";

/** Who would move from where to one house. */
export interface AskedCase {
  toId: Id;
  members: { unitId: Id; fromId: Id }[];
}

/**
 * The case that a candidate or a group leads into, as `WholeCaseForm` reads it: the movers and who is there already with what they
 * need, the houses, and a scenario where all are together. Null where the register no longer has them so.
 */
export function caseOfCandidates(
  { on, seats, houses }: CandidatePlaces,
  { toId, members }: AskedCase,
  words: { name: (units: string, house: string) => string; scenario: string; purpose: string },
): object | null {
  const to = houses.find(({ id }) => id === toId);
  const seatAt = (unitId: Id, houseId: Id) =>
    seats.find((seat) => seat.unitId === unitId && seat.buildingId === houseId);
  const movers = members.flatMap(({ unitId, fromId }) => seatAt(unitId, fromId) ?? []);
  if (!to || movers.length !== members.length || movers.length === 0) return null;
  const isShared = movers.reduce((sum, { areaM2 }) => sum + areaM2, 0) * tightest > to.vacantM2;
  const movingIds = new Set(movers.map(({ unitId }) => unitId));
  const staying = seats.filter((seat) => seat.buildingId === toId && !movingIds.has(seat.unitId));
  const left = [...new Set(movers.map(({ buildingId }) => buildingId))].flatMap(
    (id) => houses.find((house) => house.id === id) ?? [],
  );
  const unitOf = (seat: Seat, moves: boolean) => ({
    unitId: seat.unitId,
    employees: Math.max(1, Math.round(seat.areaM2 / m2PerEmployee)),
    needs: isShared ? [sharedNeed(seat, moves)] : [],
  });
  const shared = [...movers, ...staying];
  const emptied = (house: House) =>
    seats.every((seat) => seat.buildingId !== house.id || movers.includes(seat));
  return {
    name: words.name([...new Set(movers.map(({ unit }) => unit))].join(", "), to.name).slice(0, 160),
    ...{ purpose: words.purpose, priceYear: yearOf(on), horizonYears: 20 },
    startOn: `${yearOf(on) + 1}-01-01`,
    premises: [
      {
        ...{ key: toId, buildingId: toId, whenVacated: "keep" },
        capacity: isShared ? capacityOf(to, shared, staying) : [],
      },
      ...left.map((house) => leftPremises(house, emptied(house))),
    ],
    units: [
      ...uniqueUnits(movers).map((seat) => unitOf(seat, true)),
      ...staying.map((seat) => unitOf(seat, false)),
    ],
    scenarios: [
      {
        name: words.scenario,
        placements: uniqueUnits(movers).map(({ unitId }) => ({
          ...{ unitId, premisesId: toId, standing: "assigned" },
        })),
      },
    ],
  };
}

/** A unit is in a case once, whatever number of its houses it leaves. */
const uniqueUnits = (movers: readonly Seat[]): Seat[] =>
  movers.filter((seat, index) => movers.findIndex(({ unitId }) => unitId === seat.unitId) === index);

const functionOf = (seat: Seat): RoomFunction =>
  factsOfKind(seat.kind).group === "administration" ? "workplace" : "activity";

/** Rooms shared by the hour: as many places as in the busiest hour. Who comes in brings little of its own. */
const sharedNeed = (seat: Seat, moves: boolean) => ({
  ...{ roomFunction: functionOf(seat), mayShare: true },
  places: Math.ceil(seat.week ? Math.max(...seat.week) : (seat.places ?? 0)),
  areaM2: moves ? 0 : seat.areaM2,
});

/** What the house has places for, under every function that somebody asks of it. */
const capacityOf = (to: House, shared: readonly Seat[], staying: readonly Seat[]) =>
  [...new Set(shared.map(functionOf))].map((roomFunction) => ({
    ...{ roomFunction, areaM2: to.areaM2 },
    places: staying.reduce((sum, { places }) => sum + (places ?? 0), 0),
  }));

const leftPremises = (house: House, isEmptied: boolean) => {
  const isLease = house.contractId !== null;
  return {
    ...{ key: house.id, buildingId: house.id, contractId: house.contractId },
    whenVacated: isLease ? "endLease" : isEmptied && house.tenure === "owned" ? "sell" : "keep",
    exitOn: isLease && house.leaseEndsOn ? addDays(house.leaseEndsOn, 1) : null,
  };
};
