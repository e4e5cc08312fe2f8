import { degreeDays as da } from "./da/degree-days.ts";
import { degreeDays as en } from "./en/degree-days.ts";

export const degreeDays = { da, en };
