import { colocation as da } from "./da/colocation.ts";
import { colocation as en } from "./en/colocation.ts";

export const colocation = { da, en };
