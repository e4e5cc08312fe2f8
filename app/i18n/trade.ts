import { trade as da } from "./da/trade.ts";
import { trade as en } from "./en/trade.ts";

export const trade = { da, en };
