import { useSearchParams } from "@remix-run/react";
import { Notice } from "#app/components/notice.tsx";
import { board } from "#app/i18n/board.ts";
import { useWords } from "#app/i18n/use-words.tsx";

/** What became of the last change, read from the address it led back to. */
export function BoardNotice() {
  const words = useWords(board);
  const [params] = useSearchParams();
  const count = (key: string) => Number(params.get(key)) || 0;
  const [done, stale, refused] = [count("done"), count("stale"), count("refused")];
  return (
    <>
      {done > 0 && <Notice status="good">{words.done(done)}</Notice>}
      {count("absence") > 0 && <Notice status="good">{words.absence.saved}</Notice>}
      {stale > 0 && <Notice status="attention">{words.stale(stale)}</Notice>}
      {refused > 0 && <Notice status="bad">{words.refused(refused)}</Notice>}
      {count("nothing") > 0 && <Notice status="attention">{words.chooseSome}</Notice>}
    </>
  );
}
