import { useImport as da } from "./da/use-import.ts";
import { useImport as en } from "./en/use-import.ts";

export const useImport = { da, en };
