import type { ComponentPropsWithoutRef } from "react";
import { Field } from "./field.tsx";
import type { FieldText } from "./field.tsx";

type TextAreaProps = FieldText & ComponentPropsWithoutRef<"textarea">;

/** Several lines of text. @example <TextArea label="Bemærkning" name="comment" rows={3} /> */
export function TextArea({ label, hint, errors, isOptional, id, className, ...input }: TextAreaProps) {
  return (
    <Field {...{ label, hint, errors, isOptional, id, className }}>
      {(control) => <textarea rows={3} {...control} {...input} className="control h-auto py-2" />}
    </Field>
  );
}
