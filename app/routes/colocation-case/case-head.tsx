import { PageHead } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { colocation as area } from "#app/i18n/colocation.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CaseHead as Head } from "#domain/colocation/case-inputs.ts";
import { StatusBadge } from "../colocation/status-badge.tsx";

/** The head that every page of a case has: what it is called, where it stands, and how its money is reckoned. */
export function CaseHead({ head }: { head: Head }) {
  const words = useWords(area);
  const format = useFormats();
  const basis = words.page.basis(head.priceYear, head.horizonYears, format.day(head.startOn));
  return (
    <PageHead
      title={head.name}
      note={[head.purpose, words.page.owner(head.ownerName) + ".", basis].filter(Boolean).join(" ")}
      above={
        <span className="flex flex-wrap items-center gap-3">
          <Link to="/colocation" className="text-link">
            {words.back}
          </Link>
          <span>{head.number}</span>
          <StatusBadge status={head.status} />
          <Link to={`/council/cases/${head.id}`} className="text-link">
            {words.page.council}
          </Link>
        </span>
      }
    />
  );
}
