import type { PartAnswer } from "./part-data.ts";

type Props = {
  name: string;
  label: string;
  value: number | null;
  answer: PartAnswer | null;
};

/** A number in a table of them: named for readers of the screen, marked where it is wrong, with what was typed. */
export function NumberField({ name, label, value, answer }: Props) {
  return (
    <input
      id={name}
      name={name}
      aria-label={label}
      inputMode="decimal"
      aria-invalid={answer?.faults.some(({ field }) => field === name) || undefined}
      defaultValue={answer?.typed[name] ?? (value === null ? "" : String(value).replace(".", ","))}
      className="control w-20 text-right"
    />
  );
}
