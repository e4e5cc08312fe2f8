import { Pencil, Trash2 } from "lucide-react";
import { IconButton } from "#app/components/button.tsx";
import { ask as area } from "#app/i18n/ask.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { Kind } from "#db/queries/case/list-kinds.ts";
import { saidNeeds, type NeedDraft } from "#domain/case/case-draft.ts";

interface BasketProps {
  /** All needs; the last is the one being typed, and not in the basket. */
  needs: readonly NeedDraft[];
  kinds: readonly Kind[];
  onChange: (needs: NeedDraft[]) => void;
}

/** What will be sent besides what is being typed: one case, one number. */
export function Basket({ needs: all, kinds, onChange }: BasketProps) {
  const words = useWords(area).basket;
  const isDanish = useLocale() === "da";
  const needs = all.slice(0, -1);
  if (needs.length === 0) return null;
  const without = (index: number) => all.filter((_, at) => at !== index);
  return (
    <section aria-labelledby="basket" className="rounded-base border border-line bg-surface">
      <h2 id="basket" className="px-4 pt-3 text-sm font-semibold">
        {words.title}
      </h2>
      <ul>
        {needs.map((need, index) => {
          const kind = kinds.find((one) => one.kind === need.kind);
          const name = kind && (isDanish ? kind.nameDa : kind.nameEn);
          const text = [name, need.text].filter(Boolean).join(": ");
          return (
            <li
              key={index}
              className="flex items-center gap-1 border-b border-line py-1 pr-2 pl-4 last:border-b-0"
            >
              <span className="min-w-0 flex-1 truncate">{text}</span>
              <IconButton
                icon={Pencil}
                label={`${words.edit}: ${text}`}
                onClick={() => onChange([...saidNeeds(without(index)), need])}
              />
              <IconButton
                icon={Trash2}
                label={`${words.remove}: ${text}`}
                onClick={() => onChange(without(index))}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
