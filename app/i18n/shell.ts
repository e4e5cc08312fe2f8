import { shell as da } from "./da/shell.ts";
import { shell as en } from "./en/shell.ts";

export const shell = { da, en };
