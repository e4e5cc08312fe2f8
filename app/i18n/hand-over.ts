import { handOver as da } from "./da/hand-over.ts";
import { handOver as en } from "./en/hand-over.ts";

export const handOver = { da, en };
export type HandOverWords = typeof da;
