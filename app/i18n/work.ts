import { work as da } from "./da/work.ts";
import { work as en } from "./en/work.ts";

export const work = { da, en };
