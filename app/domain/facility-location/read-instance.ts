import type { FacilityInstance } from "./instance.ts";
import { shortestDistances } from "./shortest-distances.ts";
import { InstanceError, NumberReader } from "./number-reader.ts";

export const instanceFormats = ["cap", "sscflp", "diaz", "pmed"] as const;
export type InstanceFormat = (typeof instanceFormats)[number];

export interface ReadOptions {
  /** Only `cap` can be either; the other formats say it themselves. */
  isSingleSource?: boolean;
  /** What stands for the word "capacity" in OR-Library's capa, capb and capc; without it a facility can serve everyone. */
  capacity?: number;
}

/**
 * Reads an instance of one of the four kinds of file; they cannot be told apart by looking. What cannot be read is an
 * InstanceError that says where.
 * Source: J. E. Beasley, OR-Library (cap, pmed); Holmberg and others 1999 (sscflp); Díaz and Fernández 2002 (diaz).
 * @example readInstance("1 1 10 5 3 7", "cap") // one warehouse of 10 at 5, one customer of 3 at 7
 */
export function readInstance(
  text: string,
  format: InstanceFormat,
  options: ReadOptions = {},
): FacilityInstance {
  const numbers = new NumberReader(text);
  const instance = readers[format](numbers, options);
  numbers.end();
  return checked(instance);
}

const readers: Record<InstanceFormat, (numbers: NumberReader, options: ReadOptions) => FacilityInstance> = {
  cap: readCap,
  sscflp: readSscflp,
  diaz: readDiaz,
  pmed: readPmed,
};

function empty(facilities: number, customers: number): FacilityInstance {
  return {
    ...{ facilities, customers, isSingleSource: true, open: null },
    ...{ fixed: new Float64Array(facilities), capacity: new Float64Array(facilities) },
    ...{ demand: new Float64Array(customers), cost: new Float64Array(facilities * customers) },
  };
}

/** m n, m × (capacity, fixed), n × (demand, m costs of all of it). */
function readCap(numbers: NumberReader, { isSingleSource = false, capacity = Infinity }: ReadOptions) {
  const facilities = numbers.count("the number of warehouses");
  const customers = numbers.count("the number of customers", facilities);
  const instance = { ...empty(facilities, customers), isSingleSource };
  for (let i = 0; i < facilities; i += 1) {
    instance.capacity[i] = numbers.amountOr("capacity", capacity, `the capacity of warehouse ${i + 1}`);
    instance.fixed[i] = numbers.amount(`the fixed cost of warehouse ${i + 1}`);
  }
  for (let j = 0; j < customers; j += 1) {
    instance.demand[j] = numbers.amount(`the demand of customer ${j + 1}`);
    for (let i = 0; i < facilities; i += 1)
      instance.cost[i * customers + j] = numbers.amount(`a cost of customer ${j + 1}`);
  }
  return instance;
}

/** m n, m × (capacity, fixed), n demands, m rows of n costs. */
function readSscflp(numbers: NumberReader) {
  const facilities = numbers.count("the number of facilities");
  const customers = numbers.count("the number of customers", facilities);
  const instance = empty(facilities, customers);
  for (let i = 0; i < facilities; i += 1) {
    instance.capacity[i] = numbers.amount(`the capacity of facility ${i + 1}`);
    instance.fixed[i] = numbers.amount(`the fixed cost of facility ${i + 1}`);
  }
  for (let j = 0; j < customers; j += 1)
    instance.demand[j] = numbers.amount(`the demand of customer ${j + 1}`);
  for (let at = 0; at < facilities * customers; at += 1)
    instance.cost[at] = numbers.amount(`a cost of facility ${Math.floor(at / customers) + 1}`);
  return instance;
}

/** n m, n rows of m costs, n demands, m fixed costs, m capacities. */
function readDiaz(numbers: NumberReader) {
  const customers = numbers.count("the number of customers");
  const facilities = numbers.count("the number of plants", customers);
  const instance = empty(facilities, customers);
  for (let j = 0; j < customers; j += 1)
    for (let i = 0; i < facilities; i += 1)
      instance.cost[i * customers + j] = numbers.amount(`a cost of customer ${j + 1}`);
  for (let j = 0; j < customers; j += 1)
    instance.demand[j] = numbers.amount(`the demand of customer ${j + 1}`);
  for (let i = 0; i < facilities; i += 1)
    instance.fixed[i] = numbers.amount(`the fixed cost of plant ${i + 1}`);
  for (let i = 0; i < facilities; i += 1)
    instance.capacity[i] = numbers.amount(`the capacity of plant ${i + 1}`);
  return instance;
}

/** n edges p, edges × (from, to, length); of an edge that comes twice the last holds, as OR-Library says. */
function readPmed(numbers: NumberReader) {
  const nodes = numbers.count("the number of nodes");
  const edges = numbers.whole("the number of edges");
  const open = numbers.count("p");
  if (open > nodes) throw new InstanceError(`p is ${open}, but there are only ${nodes} nodes.`);
  const lengths = new Float64Array(nodes * nodes).fill(Infinity);
  for (let edge = 1; edge <= edges; edge += 1) {
    const [from, to] = [numbers.node(edge, nodes), numbers.node(edge, nodes)];
    const length = numbers.amount(`the length of edge ${edge}`);
    lengths[from * nodes + to] = length;
    lengths[to * nodes + from] = length;
  }
  const cost = shortestDistances(lengths, nodes);
  const capacity = new Float64Array(nodes).fill(Infinity);
  return { ...empty(nodes, nodes), cost, capacity, demand: new Float64Array(nodes).fill(1), open };
}

function checked(instance: FacilityInstance): FacilityInstance {
  const { facilities, customers, demand, capacity, cost, open } = instance;
  const wanted = demand.reduce((sum, each) => sum + each, 0);
  const room = capacity.reduce((sum, each) => sum + each, 0);
  if (room < wanted) throw new InstanceError(`All capacity together is ${room}, but ${wanted} is wanted.`);
  for (let j = 0; j < customers; j += 1) {
    let isReached = false;
    for (let i = 0; i < facilities && !isReached; i += 1) isReached = cost[i * customers + j]! < Infinity;
    if (!isReached) throw new InstanceError(`Nothing reaches customer ${j + 1}.`);
    const fits = !instance.isSingleSource || capacity.some((each) => each >= demand[j]!);
    if (!fits && open === null)
      throw new InstanceError(`Customer ${j + 1} wants ${demand[j]}, more than any one facility has.`);
  }
  return instance;
}
