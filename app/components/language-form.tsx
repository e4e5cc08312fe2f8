import { LOCALES } from "../i18n/locale.ts";
import { useLocale, useWords } from "../i18n/use-words.tsx";
import { shell } from "../i18n/shell.ts";
import { Form } from "./link.tsx";

/** The choice of language: one button a language, each in its own words. `here` is where to return to. */
export function LanguageForm({
  to,
  here,
  isOnNavy = false,
}: {
  to: string;
  here: string;
  isOnNavy?: boolean;
}) {
  const words = useWords(shell);
  const locale = useLocale();
  const look = isOnNavy
    ? "text-navy-ink decoration-white hover:bg-navy-raised aria-pressed:text-white"
    : "text-ink-soft decoration-accent hover:bg-sunken aria-pressed:text-ink";
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
          className={`min-h-9 min-w-9 rounded-base px-2 text-sm uppercase decoration-2 underline-offset-4 aria-pressed:font-semibold aria-pressed:underline pointer-coarse:min-h-11 pointer-coarse:min-w-11 ${look}`}
        >
          <span aria-hidden="true">{other}</span>
          <span className="sr-only normal-case">{words.languageName[other]}</span>
        </button>
      ))}
    </Form>
  );
}
