import { useId } from "react";
import { ask as area } from "#app/i18n/ask.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { Kind } from "#db/queries/case/list-kinds.ts";

interface KindSelectProps {
  kinds: readonly Kind[];
  value: string;
  onChange: (kind: string) => void;
}

/** Everything one can ask for, in two groups. */
export function KindSelect({ kinds, value, onChange }: KindSelectProps) {
  const words = useWords(area).kind;
  const isDanish = useLocale() === "da";
  const id = useId();
  const of = (prefix: string) =>
    kinds
      .filter(({ kind }) => kind.startsWith(prefix))
      .map(({ kind, nameDa, nameEn }) => (
        <option key={kind} value={kind}>
          {isDanish ? nameDa : nameEn}
        </option>
      ));
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {words.other}
      </label>
      <select
        id={id}
        name="kind"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="control truncate"
      >
        <option value="">{words.none}</option>
        <optgroup label={words.items}>{of("item:")}</optgroup>
        <optgroup label={words.services}>{of("service:")}</optgroup>
      </select>
    </div>
  );
}
