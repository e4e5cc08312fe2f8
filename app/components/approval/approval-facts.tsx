import type { ApprovalRow } from "#db/queries/approval/get-approval.ts";
import { approvals } from "../../i18n/approvals.ts";
import { useFormats, useLocale, useWords } from "../../i18n/use-words.tsx";
import { DescriptionList, type Fact } from "../description-list.tsx";

/** What is asked for and why it costs whom, enough to judge by. */
export function ApprovalFacts({ approval }: { approval: ApprovalRow }) {
  const words = useWords(approvals);
  const format = useFormats();
  const locale = useLocale();
  const facts: Fact[] = [
    { term: words.where, value: approval.place },
    { term: words.unit, value: approval.unitName },
    { term: words.askedBy, value: approval.askedBy },
    { term: words.askedAt, value: format.dateTime(approval.askedAt) },
    { term: words.words, value: approval.description || approval.caseText },
    { term: words.why, value: locale === "da" ? approval.clauseDa : approval.clauseEn },
    { term: words.budgetLine, value: approval.budgetLine },
  ];
  return <DescriptionList facts={facts.filter(({ value }) => Boolean(value))} />;
}

/** What the order is of, in the language of the page. */
export function useSubject(): (
  approval: Pick<ApprovalRow, "subjectDa" | "subjectEn" | "caseNumber">,
) => string {
  const locale = useLocale();
  const words = useWords(approvals);
  return ({ subjectDa, subjectEn, caseNumber }) =>
    (locale === "da" ? subjectDa : subjectEn) ?? words.case(caseNumber);
}
