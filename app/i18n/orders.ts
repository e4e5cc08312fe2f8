import { orders as da } from "./da/orders.ts";
import { orders as en } from "./en/orders.ts";

export const orders = { da, en };
