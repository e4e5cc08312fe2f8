import { map as da } from "./da/map.ts";
import { map as en } from "./en/map.ts";

export const map = { da, en };
