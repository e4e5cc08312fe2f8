import { opinion as da } from "./da/opinion.ts";
import { opinion as en } from "./en/opinion.ts";

export const opinion = { da, en };
