import type { Priority } from "./sla.ts";

/** What it does to people and building: danger or growing damage, operation stopped, nuisance, a wish. */
export const impacts = ["danger", "stopped", "nuisance", "wish"] as const;
export type Impact = (typeof impacts)[number];

export const urgencies = ["now", "soon", "canWait"] as const;
export type Urgency = (typeof urgencies)[number];

const matrix: Record<Impact, Record<Urgency, Priority>> = {
  danger: { now: 1, soon: 1, canWait: 2 },
  stopped: { now: 2, soon: 2, canWait: 3 },
  nuisance: { now: 2, soon: 3, canWait: 4 },
  wish: { now: 3, soon: 4, canWait: 4 },
};

/** Priority is impact × urgency. Danger never falls below P2. @example priorityOf("danger", "soon") // 1 */
export const priorityOf = (impact: Impact, urgency: Urgency): Priority => matrix[impact][urgency];
