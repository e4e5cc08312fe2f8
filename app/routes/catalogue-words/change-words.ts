import { json, redirect } from "@remix-run/node";
import { forgetWord, teachWord, type TeachWordRefusal } from "#db/commands/catalogue/teach-word.ts";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { WordForm } from "#domain/catalogue/word-form.ts";
import { isId } from "#domain/id.ts";

/** What came of a change that was not made, with what had been typed. */
export interface WordsAnswer {
  faults: string[];
  refusal: TeachWordRefusal | "notFound" | null;
  typed: Record<string, string>;
}

/** Teaches a word, or forgets the one whose button was pressed. */
export async function changeWords(db: Db, actor: Actor, form: FormData) {
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const wrong = (faults: string[], refusal: WordsAnswer["refusal"] = null) =>
    json<WordsAnswer>({ faults, refusal, typed }, 422);
  if (typed.forget !== undefined) {
    if (!isId(typed.forget)) return wrong([], "notFound");
    const gone = await forgetWord(db, actor, typed.forget);
    return gone.ok ? redirect("/catalogue/words?was=forgotten", 303) : wrong([], gone.refusal);
  }
  const parsed = WordForm.safeParse(typed);
  if (!parsed.success) return wrong([...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]);
  const taught = await teachWord(db, actor, parsed.data);
  if (!taught.ok) return wrong([], taught.refusal);
  const found = new URLSearchParams({ was: "taught", target: parsed.data.target, q: parsed.data.term });
  return redirect(`/catalogue/words?${found.toString()}`, 303);
}
