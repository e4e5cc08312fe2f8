import { catalogue as da } from "./da/catalogue.ts";
import { catalogue as en } from "./en/catalogue.ts";

export const catalogue = { da, en };
