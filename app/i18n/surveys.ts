import { surveys as da } from "./da/surveys.ts";
import { surveys as en } from "./en/surveys.ts";

export const surveys = { da, en };
