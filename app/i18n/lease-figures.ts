import { leaseFigures as da } from "./da/lease-figures.ts";
import { leaseFigures as en } from "./en/lease-figures.ts";

export const leaseFigures = { da, en };
