import { common as da } from "./da/common.ts";
import { common as en } from "./en/common.ts";

export const common = { da, en };
