import { colocationEconomy as da } from "./da/colocation-economy.ts";
import { colocationEconomy as en } from "./en/colocation-economy.ts";

export const colocationEconomy = { da, en };
