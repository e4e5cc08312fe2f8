import { proposal as da } from "./da/proposal.ts";
import { proposal as en } from "./en/proposal.ts";

export const proposal = { da, en };
