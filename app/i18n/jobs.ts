import { jobs as da } from "./da/jobs.ts";
import { jobs as en } from "./en/jobs.ts";

export const jobs = { da, en };
