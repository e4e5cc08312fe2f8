import { works as da } from "./da/works.ts";
import { works as en } from "./en/works.ts";

export const works = { da, en };
