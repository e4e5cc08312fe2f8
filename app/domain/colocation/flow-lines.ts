/** What money in a case is for. All but the internal rent are the city's own money; that one only moves within it. */
export const flowKinds = [
  "externalRent",
  "letIncome",
  "sale",
  "facilityManagement",
  "energy",
  "maintenance",
  "avoidedYearly",
  "avoidedOnce",
  "softConditions",
  "move",
  "refurbish",
  "restoration",
  "buyOut",
  "contingency",
  "internalRent",
] as const;
export type FlowKind = (typeof flowKinds)[number];

const once: readonly FlowKind[] = [
  "sale",
  "avoidedOnce",
  "move",
  "refurbish",
  "restoration",
  "buyOut",
  "contingency",
];

/** Whether money of a kind comes once and not year by year. @example isOnce("sale") // true */
export const isOnce = (kind: FlowKind): boolean => once.includes(kind);

/** KEjd, or an administration by its code. */
export type Party = string;
export const landlord: Party = "KEjd";

/** Flows of one kind that one party has: year 0 is now, the others at the ends of their years. What is saved is positive. */
export interface FlowLine {
  party: Party;
  kind: FlowKind;
  flowsOre: number[];
}

/** Gathers flows by party and kind. */
export class FlowBook {
  readonly #lines = new Map<string, FlowLine>();

  constructor(readonly lastYear: number) {}

  /** So much a year, for the part of each year in which it holds. */
  yearly(party: Party, kind: FlowKind, ore: number, shares: readonly number[]): void {
    if (ore === 0) return;
    const { flowsOre } = this.#line(party, kind);
    for (let year = 1; year <= this.lastYear; year++) flowsOre[year]! += ore * shares[year]!;
  }

  /** So much once; what is due after the last year is not in the case. */
  once(party: Party, kind: FlowKind, ore: number, year: number): void {
    if (ore === 0 || year > this.lastYear) return;
    this.#line(party, kind).flowsOre[year]! += ore;
  }

  /** The lines in whole øre, so that what is shown adds up. */
  lines(): FlowLine[] {
    return [...this.#lines.values()].map((line) => ({
      ...line,
      flowsOre: line.flowsOre.map((flow) => Math.round(flow) + 0),
    }));
  }

  #line(party: Party, kind: FlowKind): FlowLine {
    const key = `${party} ${kind}`;
    const line = this.#lines.get(key) ?? {
      ...{ party, kind },
      flowsOre: new Array<number>(this.lastYear + 1).fill(0),
    };
    this.#lines.set(key, line);
    return line;
  }
}

/** The sum of lines, year by year. */
export function sumOfLines(lines: readonly FlowLine[], lastYear: number): number[] {
  const sum = new Array<number>(lastYear + 1).fill(0);
  for (const { flowsOre } of lines)
    for (let year = 0; year <= lastYear; year++) sum[year]! += flowsOre[year]!;
  return sum;
}
