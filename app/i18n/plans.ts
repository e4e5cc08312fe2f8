import { plans as da } from "./da/plans.ts";
import { plans as en } from "./en/plans.ts";

export const plans = { da, en };
