import { staged as da } from "./da/staged.ts";
import { staged as en } from "./en/staged.ts";

export const staged = { da, en };
