import type { Layout } from "../colocation/optimise/layout.ts";
import type { FacilityInstance } from "./instance.ts";

/** Single-source facility location is placing without functions, hours or neighbours: customers are units, facilities premises. */
export function facilityLayout(instance: FacilityInstance): Layout {
  const { facilities, customers, cost, demand, capacity } = instance;
  const pairs = Array.from({ length: customers }, (_, j) =>
    Array.from({ length: facilities }, (_, i) => i).filter(
      (i) => cost[i * customers + j]! < Infinity && demand[j]! <= capacity[i]!,
    ),
  );
  const pairPremises = Int32Array.from(pairs.flat());
  const pairStart = new Int32Array(customers + 1);
  pairs.forEach((each, j) => (pairStart[j + 1] = pairStart[j]! + each.length));
  const pairCost = Float64Array.from(pairs.flatMap((each, j) => each.map((i) => cost[i * customers + j]!)));
  return {
    ...{ units: customers, premises: facilities, kinds: 1, pairStart, pairPremises, pairCost },
    ...{ pairSpend: new Float64Array(0), openSpend: new Float64Array(0), limits: new Float64Array(0) },
    ...{ openCost: instance.fixed, need: demand, room: capacity, isKept: new Uint8Array(facilities) },
    ...{ synergies: [], apart: [], offset: 0 },
  };
}
