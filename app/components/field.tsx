import { useId } from "react";
import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.tsx";
import { common } from "../i18n/common.ts";

/** What every field has around it: a label, perhaps a hint, and what is wrong with it, in words. */
export type FieldText = {
  label: string;
  hint?: ReactNode;
  errors?: readonly string[] | null;
  isOptional?: boolean;
};

/** The attributes that tie a control to its label, hint and error. */
export type FieldControl = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

type FieldProps = FieldText & {
  id?: string;
  className?: string;
  children: (control: FieldControl) => ReactNode;
};

/** Label, hint, control, error, in the order in which they are read. The error takes the place it needs and no more. */
export function Field({
  label,
  hint,
  errors,
  isOptional,
  id: givenId,
  className = "",
  children,
}: FieldProps) {
  const words = useWords(common);
  const ownId = useId();
  const id = givenId ?? ownId;
  const isWrong = Boolean(errors?.length);
  const described = [hint ? `${id}-hint` : "", isWrong ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${className}`}>
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
        {isOptional && <span className="font-normal text-ink-soft"> ({words.optional})</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": isWrong || undefined })}
      <FieldError id={`${id}-error`} errors={errors} />
    </div>
  );
}

/** What is wrong with one field; nothing when nothing is. */
export function FieldError({ id, errors }: { id: string; errors?: readonly string[] | null }) {
  if (!errors?.length) return null;
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-medium text-bad">
      <svg viewBox="0 0 12 12" className="mt-1 size-3 shrink-0 fill-bad" aria-hidden="true">
        <path d="M6 0.5 12 11.5H0Z" />
      </svg>
      <span>{errors.join(" ")}</span>
    </p>
  );
}
