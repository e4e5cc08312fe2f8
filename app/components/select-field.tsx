import { ChevronDown } from "lucide-react";
import type { ComponentPropsWithoutRef } from "react";
import { Field } from "./field.tsx";
import type { FieldText } from "./field.tsx";
import { Icon } from "./icon.tsx";

export type Option = { value: string; label: string };

type SelectProps = FieldText &
  Omit<ComponentPropsWithoutRef<"select">, "children"> & {
    options: readonly Option[];
    /** The choice of nothing, e.g. "Alle bydele"; without it the first option is chosen. */
    none?: string;
  };

/** One of a known few. @example <SelectField label="Bydel" name="district" none="Alle" options={districts} /> */
export function SelectField({
  label,
  hint,
  errors,
  isOptional,
  id,
  className,
  options,
  none,
  ...select
}: SelectProps) {
  return (
    <Field {...{ label, hint, errors, isOptional, id, className }}>
      {(control) => (
        <span className="relative block">
          <select {...control} {...select} className="control appearance-none truncate pr-9">
            {none !== undefined && <option value="">{none}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon of={ChevronDown} className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2" />
        </span>
      )}
    </Field>
  );
}
