import { council as da } from "./da/council.ts";
import { council as en } from "./en/council.ts";

export const council = { da, en };
