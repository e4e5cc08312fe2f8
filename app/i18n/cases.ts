import { cases as da } from "./da/cases.ts";
import { cases as en } from "./en/cases.ts";

export const cases = { da, en };
