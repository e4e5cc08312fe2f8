import type { Impact, Urgency } from "#domain/order/priority.ts";
import type { Cause, ItemLocation } from "#domain/responsibility/terms.ts";
import faults from "./faults.json" with { type: "json" };
import services from "./service-needs.json" with { type: "json" };

/** How often something is asked for by month, January first; 1 is the mean of the year. */
export const seasons = {
  even: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  heating: [1.9, 1.7, 1.1, 0.6, 0.3, 0.1, 0.1, 0.2, 0.8, 2.1, 2, 1.6],
  winter: [2.6, 2.4, 1.4, 0.5, 0.2, 0.1, 0.1, 0.1, 0.3, 0.7, 1.4, 2.2],
  snow: [4.6, 4, 1.3, 0.1, 0, 0, 0, 0, 0, 0, 0.5, 2.2],
  spring: [0.3, 0.5, 1.8, 2.6, 2.1, 1.2, 0.7, 0.9, 0.8, 0.6, 0.3, 0.2],
  summer: [0.2, 0.3, 0.6, 1.1, 1.9, 2.3, 1.9, 1.8, 1.1, 0.5, 0.2, 0.2],
  autumn: [1, 0.9, 0.9, 0.8, 0.6, 0.5, 0.6, 0.9, 1.3, 1.8, 1.7, 1.1],
  storm: [1.8, 1.6, 1, 0.5, 0.4, 0.5, 0.6, 0.7, 0.9, 1.6, 1.5, 1.6],
  dark: [1.6, 1.3, 1, 0.7, 0.5, 0.4, 0.4, 0.7, 1, 1.4, 1.6, 1.7],
} as const satisfies Record<string, readonly number[]>;
export type Season = keyof typeof seasons;

interface NeedKind {
  weight: number;
  season: Season;
  /** How much oftener, or less often, units of a kind ask for it; 1 where it is not named. */
  kinds: Record<string, number>;
  bodies: string[];
}

/** Something that goes wrong, with how people tell of it. `{sted}` is a place inside, `{sted2}` one outside. */
export interface FaultKind extends NeedKind {
  item: string;
  causes: Partial<Record<Cause, number>>;
  impact: Impact | null;
  urgency: Urgency | null;
  location: ItemLocation | null;
  /** How much more it happens in buildings in bad condition: 0 not at all, 3 very much. */
  worn: number;
  /** What goes into a repair: name, price in øre, unit. */
  materials: (string | number)[][];
  effects: string[];
  /** The only words that a protected unit uses: they tell nothing of it. Without them it never asks. */
  neutral: string[];
}

/** Something that is ordered from the catalogue. */
export interface ServiceNeed extends NeedKind {
  service: string;
  /** The least and the most that is ordered, in the service's unit. */
  quantity: number[];
}

export const faultKinds = faults as unknown as readonly FaultKind[];
export const serviceNeeds = services as unknown as readonly ServiceNeed[];
