import { colocationEdit as da } from "./da/colocation-edit.ts";
import { colocationEdit as en } from "./en/colocation-edit.ts";

export const colocationEdit = { da, en };
