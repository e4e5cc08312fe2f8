import type { AgreementIntent } from "./change-agreement.server.ts";

/** What came of a form that was not taken, for the card that it stands in. */
export interface Refused {
  intent: AgreementIntent | null;
  faults: string[];
  typed: Record<string, string>;
}
