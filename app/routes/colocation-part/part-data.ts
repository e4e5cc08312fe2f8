import type { CaseHead, CasePremises, CaseUnit } from "#domain/colocation/case-inputs.ts";
import type { WeekSource } from "#domain/colocation/unit-week.ts";
import type { PartFault } from "./read-part.server.ts";

/** A unit or premises of a case, and what was typed of it that could not be taken. */
export interface PartData {
  head: CaseHead;
  unit: CaseUnit | null;
  weekSource: WeekSource | null;
  premises: CasePremises | null;
  mayChange: boolean;
}

export interface PartAnswer {
  faults: PartFault[];
  refusal: string | null;
  typed: Record<string, string>;
}
