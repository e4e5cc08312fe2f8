import { condition as da } from "./da/condition.ts";
import { condition as en } from "./en/condition.ts";

export const condition = { da, en };
