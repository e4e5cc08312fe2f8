import { useId } from "react";
import { opinion } from "../i18n/opinion.ts";
import { useWords } from "../i18n/use-words.tsx";
import { FieldError } from "./field.tsx";

type ScoreFieldsetProps = {
  legend: string;
  name: string;
  /** What is chosen from the start: 1–5, 0 for "don't know", null for nothing. */
  chosen: number | null;
  /** With "don't know" as the last choice. */
  hasNoOpinion?: boolean;
  error?: string | null;
};

/** One question with five points, each with its word. */
export function ScoreFieldset({ legend, name, chosen, hasNoOpinion = false, error }: ScoreFieldsetProps) {
  const words = useWords(opinion);
  const id = useId();
  const choices = words.scores.map((label, index) => ({ value: index + 1, label }));
  if (hasNoOpinion) choices.push({ value: 0, label: words.dontKnow });
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className="flex min-w-0 flex-col gap-2">
      <legend className="pb-1 font-semibold">{legend}</legend>
      <div className={`grid gap-1 ${hasNoOpinion ? "sm:grid-cols-6" : "sm:grid-cols-5"}`}>
        {choices.map(({ value, label }) => (
          <label
            key={value}
            className="flex min-h-11 items-center gap-2 rounded-base border border-line-strong px-3 py-2 has-checked:border-blue has-checked:bg-blue-tint sm:flex-col sm:justify-start sm:gap-1 sm:px-1 sm:text-center"
          >
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={chosen === value}
              className="size-4.5"
            />
            <span className="text-sm">
              {value > 0 && <span className="font-semibold">{value} </span>}
              {label}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} errors={error ? [error] : null} />
    </fieldset>
  );
}
