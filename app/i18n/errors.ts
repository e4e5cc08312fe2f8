import { errors as da } from "./da/errors.ts";
import { errors as en } from "./en/errors.ts";

export const errors = { da, en };
