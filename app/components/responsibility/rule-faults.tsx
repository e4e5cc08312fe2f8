import { FormErrors } from "../form-errors.tsx";
import { responsibility } from "../../i18n/responsibility.ts";
import { useWords } from "../../i18n/use-words.tsx";

type Refusal = keyof (typeof responsibility)["da"]["refusals"];

/** All that is wrong with what was typed about a rule, or the rule of the house that said no. */
export function RuleFaults({ faults, refusal }: { faults: readonly string[]; refusal: Refusal | null }) {
  const words = useWords(responsibility);
  const errors = [
    ...(refusal ? [{ message: words.refusals[refusal] }] : []),
    ...faults.map((field) => ({ fieldId: field, message: words.faults[field] ?? words.otherFault })),
  ];
  return <FormErrors errors={errors} />;
}
