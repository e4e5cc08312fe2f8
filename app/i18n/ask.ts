import { ask as da } from "./da/ask.ts";
import { ask as en } from "./en/ask.ts";

export const ask = { da, en };
