import { dates as da } from "./da/dates.ts";
import { dates as en } from "./en/dates.ts";

export const dates = { da, en };
