import { useEffect } from "react";
import { work } from "#app/i18n/work.ts";
import { useWords } from "#app/i18n/use-words.tsx";

/** Signing out wipes the phone; whoever has something unsent is asked once before it is gone. */
export function useLeaving(waiting: number): void {
  const words = useWords(work);
  useEffect(() => {
    if (waiting === 0) return;
    const ask = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement;
      const isLeaving = new URL(form.action, location.href).pathname === "/sign-out";
      if (!isLeaving || window.confirm(words.leaving(waiting))) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("submit", ask, { capture: true });
    return () => window.removeEventListener("submit", ask, { capture: true });
  }, [waiting, words]);
}
