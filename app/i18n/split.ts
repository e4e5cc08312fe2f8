import { split as da } from "./da/split.ts";
import { split as en } from "./en/split.ts";

export const split = { da, en };
