import { benefits as da } from "./da/benefits.ts";
import { benefits as en } from "./en/benefits.ts";

export const benefits = { da, en };
