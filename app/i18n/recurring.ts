import { recurring as da } from "./da/recurring.ts";
import { recurring as en } from "./en/recurring.ts";

export const recurring = { da, en };
