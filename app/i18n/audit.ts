import { audit as da } from "./da/audit.ts";
import { audit as en } from "./en/audit.ts";

export const audit = { da, en };
