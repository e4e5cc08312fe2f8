import { place as da } from "./da/place.ts";
import { place as en } from "./en/place.ts";

export const place = { da, en };
