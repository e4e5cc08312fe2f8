import type { Day } from "../day-count.ts";
import type { Id } from "../id.ts";
import type { Clocked } from "../order/order-clock.ts";

/** An order as whoever does it carries it along: all that is needed on the spot, without network. */
export interface WorkOrder extends Clocked {
  id: Id;
  version: number;
  number: string;
  itemDa: string;
  itemEn: string;
  text: string;
  building: string;
  address: string | null;
  space: string | null;
  unit: string | null;
  askerName: string;
  team: string;
  priority: 1 | 2 | 3 | 4;
  plannedOn: Day | null;
  person: string | null;
  isMine: boolean;
  quantity: number;
  /** Norm time × quantity, and what has been worked already. */
  minutes: number;
  spentMinutes: number;
  materials: { name: string; quantity: number; unit: string }[];
  photos: Id[];
  /** The last words between those who do the work and the one who asked. */
  words: { by: string; text: string; at: string }[];
}

/** The work of someone's teams as it was when it was fetched. */
export interface Worklist {
  accountId: Id;
  madeAt: string;
  today: Day;
  orders: WorkOrder[];
}
