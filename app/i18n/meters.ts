import { meters as da } from "./da/meters.ts";
import { meters as en } from "./en/meters.ts";

export const meters = { da, en };
