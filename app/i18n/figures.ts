import { figures as da } from "./da/figures.ts";
import { figures as en } from "./en/figures.ts";

export const figures = { da, en };
