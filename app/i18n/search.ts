import { search as da } from "./da/search.ts";
import { search as en } from "./en/search.ts";

export const search = { da, en };
