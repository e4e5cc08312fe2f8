import { needsImport as da } from "./da/needs-import.ts";
import { needsImport as en } from "./en/needs-import.ts";

export const needsImport = { da, en };
