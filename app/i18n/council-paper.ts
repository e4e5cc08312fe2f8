import { councilPaper as da } from "./da/council-paper.ts";
import { councilPaper as en } from "./en/council-paper.ts";

export const councilPaper = { da, en };
