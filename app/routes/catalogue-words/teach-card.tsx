import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { catalogue } from "#app/i18n/catalogue.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { WordTarget } from "#db/queries/catalogue/list-words.ts";
import { targetOptions } from "./target-options.ts";
import type { WordsAnswer } from "./change-words.ts";

/** A word, and what it means from now on. */
export function TeachCard({ targets, answer }: { targets: WordTarget[]; answer: WordsAnswer | null }) {
  const words = useWords(catalogue).wordsPage;
  const locale = useLocale();
  const typed = answer?.typed ?? {};
  const errors = (name: string) => (answer?.faults.includes(name) ? [words.faults[name] ?? name] : null);
  return (
    <Card title={words.teach}>
      <Form method="post" className="flex flex-col gap-4" noValidate>
        <TextField
          {...{ id: "word-term", name: "term", label: words.term, hint: words.termHint, maxLength: 80 }}
          defaultValue={typed.term}
          errors={errors("term")}
          autoComplete="off"
          required
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            {...{ id: "word-target", name: "target", label: words.means, none: "–" }}
            defaultValue={typed.target}
            errors={errors("target")}
            options={targetOptions(targets, locale, words.kind)}
          />
          <SelectField
            {...{ id: "word-locale", name: "locale", label: words.locale }}
            defaultValue={typed.locale ?? locale}
            errors={errors("locale")}
            options={(["da", "en"] as const).map((one) => ({ value: one, label: words.locales[one] }))}
          />
        </div>
        <Button type="submit" look="primary" className="self-start">
          {words.save}
        </Button>
      </Form>
    </Card>
  );
}
