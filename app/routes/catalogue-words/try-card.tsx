import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { catalogue } from "#app/i18n/catalogue.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { WordTarget } from "#db/queries/catalogue/list-words.ts";
import type { Signs } from "#domain/suggestion/read-signs.ts";
import { nameIn } from "../catalogue/service-text.ts";

interface TryCardProps {
  text: string;
  suggestions: { key: string; score: number }[];
  signs: Signs;
  targets: WordTarget[];
}

/** A sentence as a leader would write it, and what the catalogue makes of it. */
export function TryCard({ text, suggestions, signs, targets }: TryCardProps) {
  const words = useWords(catalogue).wordsPage;
  const format = useFormats();
  const locale = useLocale();
  const named = new Map(targets.map((target) => [target.key, target]));
  return (
    <Card title={words.tryLabel}>
      <Form method="get" className="flex flex-col gap-3">
        <TextField label={words.tryHint} name="text" defaultValue={text} maxLength={1000} />
        <Button type="submit" className="self-start">
          {words.try}
        </Button>
      </Form>
      {text !== "" && (
        <div className="flex flex-col gap-3 pt-4" aria-live="polite">
          {signs.danger && <Notice status="attention">{words[signs.danger]}</Notice>}
          <h3 className="font-semibold">{words.suggestions}</h3>
          {suggestions.length === 0 && <p className="text-ink-soft">{words.nothing}</p>}
          <ol className="flex flex-col gap-1.5">
            {suggestions.map((suggestion) => {
              const target = named.get(suggestion.key);
              return (
                <li key={suggestion.key} className="flex flex-wrap items-center justify-between gap-2">
                  <span className="flex items-center gap-2">
                    <Badge status={target?.isItem ? "attention" : "info"}>
                      {words.kind[target?.isItem ? "item" : "service"]}
                    </Badge>
                    {target ? nameIn(target, locale) : suggestion.key}
                  </span>
                  <span className="figures text-sm text-ink-soft">
                    {words.score(format.number(suggestion.score * 100, 0))}
                  </span>
                </li>
              );
            })}
          </ol>
          {signs.cause && <p className="text-ink-soft">{words.cause(words.causes[signs.cause])}</p>}
        </div>
      )}
    </Card>
  );
}
