import { backlog as da } from "./da/backlog.ts";
import { backlog as en } from "./en/backlog.ts";

export const backlog = { da, en };
