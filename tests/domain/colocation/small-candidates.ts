import type { CandidatePlaces, House, Seat } from "#domain/colocation/candidates/candidate-places.ts";
import { hourOfWeek, weekHours } from "#domain/use/use-week.ts";
import { moveByMeters } from "#geo/distance.ts";
import type { Position } from "#geo/position.ts";

const middle: Position = [12.55, 55.69];
export const id = (last: number) => `01890000-0000-7000-8000-${String(last).padStart(12, "0")}`;

/** Weekdays from one hour to another. */
export const week = (persons: number, from: number, to: number): number[] => {
  const hours = new Array<number>(weekHours).fill(0);
  for (const weekday of [1, 2, 3, 4, 5])
    for (let hour = from; hour < to; hour++) hours[hourOfWeek(weekday, hour)] = persons;
  return hours;
};

export const house = (at: number, given: Partial<House> = {}, eastMeters = at * 100): House => {
  const [lon, lat] = moveByMeters(middle, { eastMeters, northMeters: 0 });
  return {
    ...{ id: id(at), name: `Hus ${at}`, address: `Prøvevej ${at}`, district: "1", lon, lat },
    ...{ tenure: "owned", useGroup: "sportCulture", condition: 2, areaM2: 500, vacantM2: 0 },
    ...{ backlogOre: 0, externalRentOre: 0, leaseEndsOn: null, contractId: null, ...given },
  };
};

export const seat = (unit: number, houseAt: number, given: Partial<Seat> = {}): Seat => ({
  ...{ unitId: id(100 + unit), unit: `Enhed ${unit}`, kind: "cultureCentre", administration: "KFF" },
  ...{ buildingId: id(houseAt), areaM2: 500, isProtected: false, places: 100, source: "count" },
  ...{ week: week(60, 8, 14), ...given },
});

/** Two culture houses with a unit in each, there at different times of the day. */
export const city = (given: Partial<CandidatePlaces> = {}): CandidatePlaces => ({
  on: "2026-11-20",
  houses: [house(1), house(2)],
  seats: [seat(1, 1), seat(2, 2, { week: week(60, 15, 21) })],
  rules: [],
  ...given,
});
