import { LOCALES } from "../i18n/locale.ts";
import { useLocale, useWords } from "../i18n/use-words.tsx";
import { shell } from "../i18n/shell.ts";
import { Form } from "./link.tsx";

/** The choice of language: one button a language, each in its own words. `here` is where to return to. */
export function LanguageForm({ to, here }: { to: string; here: string }) {
  const words = useWords(shell);
  const locale = useLocale();
  return (
    <Form method="post" action={to} preventScrollReset aria-label={words.language} className="flex">
      <input type="hidden" name="to" value={here} />
      {LOCALES.map((other) => (
        <button
          key={other}
          type="submit"
          name="locale"
          value={other}
          lang={other}
          aria-pressed={other === locale}
          title={words.languageName[other]}
          className="min-h-9 rounded-base px-2 text-sm text-ink-soft uppercase hover:bg-sunken aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:underline aria-pressed:decoration-accent aria-pressed:decoration-2 aria-pressed:underline-offset-4 pointer-coarse:min-h-11"
        >
          <span aria-hidden="true">{other}</span>
          <span className="sr-only normal-case">{words.languageName[other]}</span>
        </button>
      ))}
    </Form>
  );
}
