import { use as da } from "./da/use.ts";
import { use as en } from "./en/use.ts";

export const use = { da, en };
