import type { Assignment, FacilityInstance } from "./instance.ts";

const exactly = 1e-9;

/**
 * Who is served from where while it changes, each customer whole and no facility beyond its capacity. A customer is at -1
 * until she is served; a facility is open while it serves somebody.
 */
export class WholeState {
  readonly instance: FacilityInstance;
  readonly assignment: Assignment;
  cost = 0;
  readonly #left: Float64Array;
  readonly #served: Int32Array;

  constructor(instance: FacilityInstance, assignment?: Assignment) {
    this.instance = instance;
    this.#left = Float64Array.from(instance.capacity);
    this.#served = new Int32Array(instance.facilities);
    this.assignment = new Int32Array(instance.customers).fill(-1);
    assignment?.forEach((facility, customer) => this.serve(customer, facility));
  }

  isOpen(facility: number): boolean {
    return this.#served[facility]! > 0;
  }

  hasRoom(facility: number, more: number): boolean {
    return this.#left[facility]! + exactly >= more;
  }

  openNow(): number[] {
    return Array.from(this.#served.keys()).filter((facility) => this.isOpen(facility));
  }

  /** What is saved by closing when the last leaves, and paid when the first comes. */
  ifLast(facility: number): number {
    return this.#served[facility] === 1 ? this.instance.fixed[facility]! : 0;
  }

  ifFirst(facility: number): number {
    return this.isOpen(facility) ? 0 : this.instance.fixed[facility]!;
  }

  /** Serves a customer from a facility, or from none (-1), wherever she was. */
  serve(customer: number, facility: number): void {
    const { customers, cost, demand } = this.instance;
    const before = this.assignment[customer]!;
    if (before >= 0) {
      this.cost -= cost[before * customers + customer]! + this.ifLast(before);
      this.#left[before]! += demand[customer]!;
      this.#served[before]! -= 1;
    }
    this.assignment[customer] = facility;
    if (facility < 0) return;
    this.cost += cost[facility * customers + customer]! + this.ifFirst(facility);
    this.#left[facility]! -= demand[customer]!;
    this.#served[facility]! += 1;
  }

  /**
   * Serves everyone who is not served from the facilities of `opened`, those first that would lose most by waiting; opens what
   * has room and costs least where these are full. False where somebody fits nowhere.
   */
  serveRest(opened: Iterable<number>): boolean {
    const { demand } = this.instance;
    const waiting = Array.from(this.assignment.keys()).filter((customer) => this.assignment[customer]! < 0);
    waiting.sort((a, b) => demand[b]! - demand[a]!);
    const among = new Set(opened);
    while (waiting.length > 0) {
      let [next, to, regret] = [-1, -1, -Infinity];
      for (const [at, customer] of waiting.entries()) {
        const { first, loss } = this.#nearestWithRoom(customer, among);
        if (first < 0) {
          [next, to] = [at, this.#cheapestToOpen(customer, among)];
          break;
        }
        if (loss > regret) [next, to, regret] = [at, first, loss];
      }
      if (to < 0) return false;
      among.add(to);
      this.serve(waiting[next]!, to);
      waiting.splice(next, 1);
    }
    return true;
  }

  #nearestWithRoom(customer: number, among: ReadonlySet<number>): { first: number; loss: number } {
    const { customers, cost, demand } = this.instance;
    let [first, least, second] = [-1, Infinity, Infinity];
    for (const facility of among) {
      if (!this.hasRoom(facility, demand[customer]!)) continue;
      const each = cost[facility * customers + customer]!;
      if (each < least) [first, second, least] = [facility, least, each];
      else if (each < second) second = each;
    }
    return { first, loss: second === Infinity ? Number.MAX_VALUE : second - least };
  }

  #cheapestToOpen(customer: number, among: ReadonlySet<number>): number {
    const { facilities, customers, cost, fixed, demand } = this.instance;
    let [best, least] = [-1, Infinity];
    for (let facility = 0; facility < facilities; facility += 1) {
      if (among.has(facility) || !this.hasRoom(facility, demand[customer]!)) continue;
      const each = fixed[facility]! + cost[facility * customers + customer]!;
      if (each < least) [best, least] = [facility, each];
    }
    return best;
  }
}
