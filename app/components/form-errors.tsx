import { useEffect, useRef } from "react";
import { useWords } from "../i18n/use-words.tsx";
import { common } from "../i18n/common.ts";

export type FormError = { fieldId?: string; message: string };

/** All that is wrong with a form, above it, each with a way to its field. It takes the focus when it appears. */
export function FormErrors({ errors }: { errors: readonly FormError[] }) {
  const words = useWords(common);
  const box = useRef<HTMLDivElement>(null);
  const said = errors.map((error) => error.message).join("\n");
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  if (errors.length === 0) return null;
  const ofFields = errors.filter((error) => error.fieldId).length;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-base border border-bad bg-bad-tint p-4">
      {ofFields > 0 && <h2 className="font-semibold text-bad">{words.formErrorsTitle(ofFields)}</h2>}
      <ul className="flex flex-col gap-1">
        {errors.map((error) => (
          <li key={`${error.fieldId} ${error.message}`}>
            {error.fieldId ? (
              <a href={`#${error.fieldId}`} className="font-medium text-bad underline underline-offset-2">
                {error.message}
              </a>
            ) : (
              error.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
