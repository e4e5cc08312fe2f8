import { useEffect, useState } from "react";
import type { Signs } from "#domain/suggestion/read-signs.ts";
import type { Ahead } from "./look-ahead.server.ts";
import { caseOf, kindOf, saidNeeds, type CaseDraft, type NeedKind } from "#domain/case/case-draft.ts";

const restMs = 300;

/** Asks again when something has rested for a moment; an answer that comes too late is not shown. */
function useRested<T>(asked: string | null, ask: (asked: string, signal: AbortSignal) => Promise<T | null>) {
  const [answer, setAnswer] = useState<T | null>(null);
  useEffect(() => {
    if (asked === null) return setAnswer(null);
    const stop = new AbortController();
    const timer = setTimeout(() => {
      ask(asked, stop.signal)
        .then((found) => {
          if (!stop.signal.aborted) setAnswer(found);
        })
        .catch((error: unknown) => {
          // No network, or no longer asked: the page works without.
          if (!(error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError))
            throw error;
        });
    }, restMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, ask]);
  return answer;
}

export interface Guess {
  kinds: NeedKind[];
  signs: Signs | null;
}

interface Suggested {
  items: { itemCode?: string; serviceCode?: string; score: number }[];
  signs?: Signs;
}

async function suggest(query: string, signal: AbortSignal): Promise<Guess | null> {
  const answer = await fetch(`/api/v1/suggest?${query}`, { signal });
  if (!answer.ok) return null;
  const { items, signs = null } = (await answer.json()) as Suggested;
  return { kinds: items.map(kindOf).filter(Boolean).slice(0, 4), signs };
}

/** What the words are about, the likeliest first; nothing where they are too few. */
export function useGuess(text: string, buildingId: string): Guess | null {
  const words = text.trim().slice(0, 1_000);
  const query = words.length < 3 ? null : new URLSearchParams({ text: words, buildingId }).toString();
  return useRested(query, suggest);
}

async function look(draft: string, signal: AbortSignal): Promise<Ahead | null> {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch("/ask/preview", { method: "POST", headers, body: draft, signal });
  return answer.ok && !answer.redirected ? ((await answer.json()) as Ahead) : null;
}

/** Who would act, pay, by when and why, as soon as there is something to say. */
export function useAhead(draft: CaseDraft): Ahead | null {
  const isAskable = saidNeeds(draft.needs).length > 0 && (caseOf(draft).text?.length ?? 0) > 2;
  return useRested(isAskable ? JSON.stringify({ ...draft, photoIds: [] }) : null, look);
}
