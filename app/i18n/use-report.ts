import { useReport as da } from "./da/use-report.ts";
import { useReport as en } from "./en/use-report.ts";

export const useReport = { da, en };
