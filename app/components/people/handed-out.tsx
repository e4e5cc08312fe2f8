import { people } from "../../i18n/people.ts";
import { useWords } from "../../i18n/use-words.tsx";
import { Notice } from "../notice.tsx";

/** A password to give to someone: shown this once. */
export function HandedOutPassword({ name, password }: { name: string; password: string }) {
  const words = useWords(people).person;
  return (
    <Notice status="good" title={words.handedOut(name)}>
      <p>
        <code className="my-1 inline-block rounded-base border border-line bg-surface px-3 py-1.5 text-lg font-semibold select-all">
          {password}
        </code>
      </p>
      <p>{words.handedOutHint}</p>
    </Notice>
  );
}
