import { levels as da } from "./da/levels.ts";
import { levels as en } from "./en/levels.ts";

export const levels = { da, en };
