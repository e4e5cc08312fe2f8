import { colocationPart as da } from "./da/colocation-part.ts";
import { colocationPart as en } from "./en/colocation-part.ts";

export const colocationPart = { da, en };
