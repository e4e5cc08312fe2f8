import type { ReactNode } from "react";
import { Page, PageHead } from "./card.tsx";
import { FormErrors } from "./form-errors.tsx";
import { Link } from "./link.tsx";

type NewPageProps = {
  words: {
    form: { title: string; lead: string };
    back: string;
    refusals: Record<string, string>;
    faults: Record<string, string>;
  };
  /** The list that the new one will be in. */
  listAt: string;
  /** What came of the form, where it was not taken. */
  answer: { refusal: string | null; faults: readonly string[] } | undefined;
  children: ReactNode;
};

/** A page on which something new begins: a way back to its list, what was wrong in words, and the fields. */
export function NewPage({ words, listAt, answer, children }: NewPageProps) {
  const errors = [
    ...(answer?.refusal ? [{ message: words.refusals[answer.refusal] ?? answer.refusal }] : []),
    ...(answer?.faults ?? []).map((fault) => ({ message: words.faults[fault] ?? fault })),
  ];
  return (
    <Page>
      <PageHead
        title={words.form.title}
        note={words.form.lead}
        above={
          <Link to={listAt} className="text-link">
            {words.back}
          </Link>
        }
      />
      <FormErrors errors={errors} />
      {children}
    </Page>
  );
}
