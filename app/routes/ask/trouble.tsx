import { useEffect, useRef } from "react";
import { Notice } from "#app/components/notice.tsx";
import { ask as area } from "#app/i18n/ask.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { SendTrouble } from "./use-send.ts";

/** Why it was not sent, what was kept, and what to do. */
export function Trouble({ trouble }: { trouble: SendTrouble | null }) {
  const words = useWords(area);
  const format = useFormats();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble) box.current?.scrollIntoView({ block: "nearest" });
  }, [trouble]);
  if (!trouble) return null;
  const say = (): string => {
    const { fault } = trouble;
    if (fault === "offline" || fault === "unsure") return words.draft[fault];
    if (fault === "priceChanged") return words.fault.priceChanged(format.ore(trouble.priceOre, "ore"));
    return words.fault[fault];
  };
  const isWaiting = trouble.fault === "offline" || trouble.fault === "unsure";
  return (
    <div ref={box}>
      <Notice status={isWaiting ? "attention" : "bad"}>{say()}</Notice>
    </div>
  );
}
