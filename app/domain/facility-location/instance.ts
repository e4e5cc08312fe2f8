/**
 * Where to open and who is served from where, as the literature puts it. Costs are in the unit of the file; `cost[i * customers + j]`
 * is what serving all of customer j from facility i costs.
 */
export interface FacilityInstance {
  facilities: number;
  customers: number;
  /** What opening a facility costs; 0 where exactly `open` of them are opened (p-median). */
  fixed: Float64Array;
  /** Infinity where a facility can serve everyone. */
  capacity: Float64Array;
  demand: Float64Array;
  cost: Float64Array;
  /** Every customer is served from one facility; otherwise demand may be split. */
  isSingleSource: boolean;
  /** Exactly so many are opened (p-median); null where fixed costs decide. */
  open: number | null;
}

/** Who is served from where when demand is not split: a facility a customer. */
export type Assignment = Int32Array;

/** What an assignment costs, with every facility opened that serves someone. */
export function costOfAssignment(instance: FacilityInstance, assignment: Assignment): number {
  const opened = new Set(assignment);
  let total = 0;
  for (const facility of opened) total += instance.fixed[facility]!;
  assignment.forEach((facility, customer) => {
    total += instance.cost[facility * instance.customers + customer]!;
  });
  return total;
}
