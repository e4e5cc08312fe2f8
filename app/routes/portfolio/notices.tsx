import { Notice } from "#app/components/notice.tsx";
import { useWords } from "#app/i18n/use-words.tsx";
import { portfolio } from "#app/i18n/portfolio.ts";
import type { SearchFault } from "#domain/portfolio-search.ts";

/** What of the address could not be used, in words. */
export function Notices({ faults, hasLostPlace }: { faults: SearchFault[]; hasLostPlace: boolean }) {
  const words = useWords(portfolio);
  return (
    <>
      {faults.length > 0 && (
        <Notice status="attention" title={words.faultsTitle}>
          {faults.map(({ parameter, value }) => words.fault(parameter, value)).join(" · ")}
        </Notice>
      )}
      {hasLostPlace && <Notice>{words.cursorFault}</Notice>}
    </>
  );
}
