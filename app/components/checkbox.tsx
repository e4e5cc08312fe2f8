import { useId } from "react";
import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { FieldError } from "./field.tsx";

type CheckboxProps = { label: ReactNode; hint?: ReactNode; errors?: readonly string[] | null } & Omit<
  ComponentPropsWithoutRef<"input">,
  "type"
>;

/** Yes or no. */
export function Checkbox({ label, hint, errors, id: givenId, className = "", ...input }: CheckboxProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const isWrong = Boolean(errors?.length);
  const described = [hint ? `${id}-hint` : "", isWrong ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={className}>
      <label
        htmlFor={id}
        className="flex min-h-6 items-start gap-2.5 pointer-coarse:min-h-11 pointer-coarse:items-center"
      >
        <input
          type="checkbox"
          id={id}
          aria-describedby={described || undefined}
          aria-invalid={isWrong || undefined}
          {...input}
          className="mt-0.75 size-4.5 shrink-0 pointer-coarse:mt-0 pointer-coarse:size-5.5"
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={`${id}-hint`} className="ml-7 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} errors={errors} />
    </div>
  );
}

type FieldsetProps = {
  legend: string;
  hint?: ReactNode;
  errors?: readonly string[] | null;
  children: ReactNode;
};

/** Fields that belong together under one heading. */
export function Fieldset({ legend, hint, errors, children }: FieldsetProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", errors?.length ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset aria-describedby={described || undefined} className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 text-sm font-semibold">{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="-mt-1 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {children}
      <FieldError id={`${id}-error`} errors={errors} />
    </fieldset>
  );
}
