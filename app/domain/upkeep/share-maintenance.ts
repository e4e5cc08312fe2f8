import { apportion } from "../apportion.ts";
import { yearOf, type Day } from "../day-count.ts";
import type { Id } from "../id.ts";

export type UpkeepScope = "exterior" | "interior";

/** One booking of maintenance on a building, øre; with the lease it was for, where it was for one alone. */
export interface MaintenanceBooking {
  bookedOn: Day;
  scope: UpkeepScope;
  amountOre: number;
  contractId: Id | null;
}

/** What a lease had of the building, in m², in [validFrom, validTo); open where null. */
export interface LetArea {
  contractId: Id;
  areaM2: number;
  validFrom: Day;
  validTo: Day | null;
}

/** What was received in a year: of a lease, or (null) of what nobody rented. */
export interface ReceivedPart {
  contractId: Id | null;
  year: number;
  scope: UpkeepScope;
  amountOre: number;
}

/**
 * Shares what was booked on a building among its leases, exactly to the øre: a booking for one lease is that lease's, any
 * other is shared by the m² let on its day, with what was not let by then as a part of its own. The parts sum to the
 * bookings; what bears nothing is left out. Source: shared works are split by m² (the project's domain notes).
 * @example shareMaintenance([{ bookedOn: "2025-05-01", scope: "exterior", amountOre: 100, contractId: null }], [], 500)
 *   // [{ contractId: null, year: 2025, scope: "exterior", amountOre: 100 }]
 */
export function shareMaintenance(
  bookings: readonly MaintenanceBooking[],
  lets: readonly LetArea[],
  buildingM2: number,
): ReceivedPart[] {
  const sums = new Map<string, ReceivedPart>();
  for (const booking of bookings)
    for (const [contractId, amountOre] of partsOf(booking, lets, buildingM2)) {
      const { scope } = booking;
      const year = yearOf(booking.bookedOn);
      const key = `${contractId} ${year} ${scope}`;
      const sum = sums.get(key) ?? { contractId, year, scope, amountOre: 0 };
      sum.amountOre += amountOre;
      sums.set(key, sum);
    }
  return [...sums.values()].filter(({ amountOre }) => amountOre !== 0);
}

function partsOf(
  { bookedOn, amountOre, contractId }: MaintenanceBooking,
  lets: readonly LetArea[],
  buildingM2: number,
): [Id | null, number][] {
  if (contractId !== null) return [[contractId, amountOre]];
  const there = lets.filter(
    ({ validFrom, validTo, areaM2 }) =>
      areaM2 > 0 && validFrom <= bookedOn && (validTo === null || validTo > bookedOn),
  );
  const letM2 = there.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const bearers = [
    ...there.map((one) => ({ id: one.contractId as Id | null, areaM2: one.areaM2 })),
    { id: null, areaM2: Math.max(0, buildingM2 - letM2) },
  ];
  if (!bearers.some(({ areaM2 }) => areaM2 > 0)) return [[null, amountOre]];
  // A correction is booked with a minus; it is shared like what it corrects.
  const shares = apportion(
    bearers.map(({ areaM2 }) => areaM2),
    Math.abs(amountOre),
  );
  return bearers.map(({ id }, index) => [id, Math.sign(amountOre) * shares[index]!]);
}
