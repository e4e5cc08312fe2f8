import { charges as da } from "./da/charges.ts";
import { charges as en } from "./en/charges.ts";

export const charges = { da, en };
