import { building as da } from "./da/building.ts";
import { building as en } from "./en/building.ts";

export const building = { da, en };
