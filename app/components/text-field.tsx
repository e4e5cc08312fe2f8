import type { ComponentPropsWithoutRef } from "react";
import { Field } from "./field.tsx";
import type { FieldText } from "./field.tsx";

type TextFieldProps = FieldText & ComponentPropsWithoutRef<"input"> & { unit?: string };

/** One line of text, a number, a day, a password: any native input. @example <TextField label="Navn" name="name" /> */
export function TextField({
  label,
  hint,
  errors,
  isOptional,
  unit,
  id,
  className,
  ...input
}: TextFieldProps) {
  return (
    <Field {...{ label, hint, errors, isOptional, id, className }}>
      {(control) => (
        <span className="flex items-center gap-2">
          <input
            {...control}
            {...input}
            className={`control ${input.type === "number" ? "text-right" : ""}`}
          />
          {unit && <span className="shrink-0 text-sm text-ink-soft">{unit}</span>}
        </span>
      )}
    </Field>
  );
}
