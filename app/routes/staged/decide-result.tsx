import { FormErrors, type FormError } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { staged } from "#app/i18n/staged.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { StagedFault } from "#domain/staged/plan-confirmation.ts";
import type { DecideAnswer } from "./decide.ts";

/** All that is wrong with what was asked, with the way to each field. */
export function useAnswerErrors(answer: Pick<DecideAnswer, "refusal" | "faults">): FormError[] {
  const words = useWords(staged);
  const fields = Object.entries(answer.faults).map(([name, fault]) => ({
    fieldId: name,
    message: words.fieldFaults[fault!],
  }));
  const { refusal } = answer;
  const whole = refusal
    ? [{ message: words.refusals[refusal], ...(refusal === "reasonMissing" && { fieldId: "reason" }) }]
    : [];
  // Several parts of an address lack the same thing: it is said once.
  const said = fields.filter(
    ({ message }, index) => fields.findIndex((one) => one.message === message) === index,
  );
  return [...whole, ...said];
}

/** What came of a decision: how many rows met which end, or what stood in the way. */
export function DecideResult({ answer }: { answer: DecideAnswer }) {
  const words = useWords(staged).result;
  const errors = useAnswerErrors(answer);
  const { sentences, hasChanged } = useSentences(answer);
  if (errors.length > 0) return <FormErrors errors={errors} />;
  return (
    <Notice
      status={hasChanged ? "good" : "attention"}
      action={
        answer.confirmed && answer.confirmed.made > 0 ? (
          <Link to="/portfolio" className="text-link shrink-0">
            {words.seeOnMap}
          </Link>
        ) : null
      }
    >
      {sentences.join(" ")}
    </Notice>
  );
}

function useSentences({ confirmed, decided, intent }: DecideAnswer): {
  sentences: string[];
  hasChanged: boolean;
} {
  const { result: words, faults } = useWords(staged);
  const format = useFormats();
  const some = (count: number, say: (text: string) => string) =>
    count > 0 ? [say(format.number(count))] : [];
  if (confirmed) {
    const why = (Object.entries(confirmed.faults) as [StagedFault, number][]).map(
      ([fault, count]) => `${format.number(count)} ${faults[fault]}`,
    );
    const made = confirmed.made === 1 ? [words.confirmedOne] : some(confirmed.made, words.confirmed);
    const sentences = [
      ...(made.length > 0 ? made : [words.nothing]),
      ...some(confirmed.left, (count) => words.left(count, why.join(", "))),
      ...some(confirmed.already, words.already),
      ...some(confirmed.rejected, words.otherwise),
      ...some(confirmed.gone, words.gone),
    ];
    return { sentences, hasChanged: confirmed.made > 0 };
  }
  if (!decided) return { sentences: [], hasChanged: false };
  const done = some(decided.changed, intent === "reject" ? words.rejected : words.restored);
  const sentences = [
    ...(done.length > 0 ? done : [words.nothing]),
    ...some(decided.already, words.already),
    ...some(decided.otherwise, words.otherwise),
    ...some(decided.gone, words.gone),
  ];
  return { sentences, hasChanged: decided.changed > 0 };
}
