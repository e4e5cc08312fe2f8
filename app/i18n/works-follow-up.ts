import { worksFollowUp as da } from "./da/works-follow-up.ts";
import { worksFollowUp as en } from "./en/works-follow-up.ts";

export const worksFollowUp = { da, en };
