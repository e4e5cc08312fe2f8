import { assumptions as da } from "./da/assumptions.ts";
import { assumptions as en } from "./en/assumptions.ts";

export const assumptions = { da, en };
