import { leaseDraft as da } from "./da/lease-draft.ts";
import { leaseDraft as en } from "./en/lease-draft.ts";

export const leaseDraft = { da, en };
