import { mail as da } from "./da/mail.ts";
import { mail as en } from "./en/mail.ts";

export const mail: { da: typeof da; en: typeof da } = { da, en };
