import { orderPage as da } from "./da/order-page.ts";
import { orderPage as en } from "./en/order-page.ts";

export const orderPage = { da, en };
