import { candidates as da } from "./da/candidates.ts";
import { candidates as en } from "./en/candidates.ts";

export const candidates = { da, en };
