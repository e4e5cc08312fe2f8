import { leases as da } from "./da/leases.ts";
import { leases as en } from "./en/leases.ts";

export const leases = { da, en };
