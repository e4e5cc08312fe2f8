import { waiting as da } from "./da/waiting.ts";
import { waiting as en } from "./en/waiting.ts";

export const waiting = { da, en };
