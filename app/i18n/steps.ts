import { steps as da } from "./da/steps.ts";
import { steps as en } from "./en/steps.ts";

export const steps = { da, en };
