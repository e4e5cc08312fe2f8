import { leaseLife as da } from "./da/lease-life.ts";
import { leaseLife as en } from "./en/lease-life.ts";

export const leaseLife = { da, en };
