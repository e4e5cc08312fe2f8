import { rent as da } from "./da/rent.ts";
import { rent as en } from "./en/rent.ts";

export const rent = { da, en };
