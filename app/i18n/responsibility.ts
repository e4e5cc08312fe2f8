import { responsibility as da } from "./da/responsibility.ts";
import { responsibility as en } from "./en/responsibility.ts";

export const responsibility = { da, en };
