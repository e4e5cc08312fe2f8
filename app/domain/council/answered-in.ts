import type { Id } from "../id.ts";
import type { AnsweredYear, BenefitKind } from "./benefit.ts";

/** A line as pages and files show it, with its years as they were asked and answered. */
export interface BenefitLike {
  id: Id;
  caseNumber: string;
  caseName: string;
  administrationCode: string | null;
  label: string;
  kind: BenefitKind;
  isHard: boolean;
  requiredOre: number;
  fromYear: number;
  phaseYears: number;
  securedBy: string;
  years: readonly {
    year: number;
    realisedOre: number | null;
    budgetCutOre: number | null;
    isBudgetReduced: boolean | null;
  }[];
}

/** The years that were answered, as the rule reads them; a year that was only asked about is none. */
export const answeredIn = ({ years }: Pick<BenefitLike, "years">): AnsweredYear[] =>
  years.flatMap(({ year, realisedOre, budgetCutOre, isBudgetReduced }) =>
    realisedOre === null
      ? []
      : [{ year, realisedOre, budgetCutOre: budgetCutOre ?? 0, isBudgetReduced: isBudgetReduced ?? false }],
  );
