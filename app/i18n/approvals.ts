import { approvals as da } from "./da/approvals.ts";
import { approvals as en } from "./en/approvals.ts";

export const approvals = { da, en };
