import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useWords } from "#app/i18n/use-words.tsx";
import { works as area } from "#app/i18n/works.ts";

interface FieldsProps {
  typed: Record<string, string> | null;
  /** The least that the consequence can be raised to; above 5 it cannot be raised. */
  least: number;
}

/** What is said of a case as it is attached: a remark, and whether it makes the work graver than was thought. */
export function EvidenceFields({ typed, least }: FieldsProps) {
  const words = useWords(area).evidence;
  const grades = [1, 2, 3, 4, 5].filter((grade) => grade >= least);
  return (
    <>
      <TextField
        {...{ label: words.note, name: "note", isOptional: true, maxLength: 2000 }}
        defaultValue={typed?.["note"]}
      />
      {grades.length > 0 && (
        <>
          <SelectField
            {...{ label: words.raise, name: "raisedConsequence", none: words.keep }}
            defaultValue={typed?.["raisedConsequence"]}
            options={grades.map((grade) => ({ value: String(grade), label: words.grade(grade) }))}
          />
          <TextField
            {...{ label: words.reason, name: "raisedReason", isOptional: true, maxLength: 2000 }}
            defaultValue={typed?.["raisedReason"]}
          />
        </>
      )}
    </>
  );
}
