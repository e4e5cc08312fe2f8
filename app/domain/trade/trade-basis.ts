/** What a price is for: a month, a piece, an hour, or a square metre and year. */
export const tradeBases = ["month", "piece", "hour", "m2"] as const;
export type TradeBasis = (typeof tradeBases)[number];

/** Whether what is paid follows what was delivered, so that deliveries are written down. */
export const countsDeliveries = (basis: TradeBasis): boolean => basis === "piece" || basis === "hour";
