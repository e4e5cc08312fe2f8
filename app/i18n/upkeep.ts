import { upkeep as da } from "./da/upkeep.ts";
import { upkeep as en } from "./en/upkeep.ts";

export const upkeep = { da, en };
