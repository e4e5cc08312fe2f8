import { portfolio as da } from "./da/portfolio.ts";
import { portfolio as en } from "./en/portfolio.ts";

export const portfolio = { da, en };
export type PortfolioWords = typeof da;
