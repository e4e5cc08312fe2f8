import { sharedCosts as da } from "./da/shared-costs.ts";
import { sharedCosts as en } from "./en/shared-costs.ts";

export const sharedCosts = { da, en };
