import { qr as da } from "./da/qr.ts";
import { qr as en } from "./en/qr.ts";

export const qr = { da, en };
