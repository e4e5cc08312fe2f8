import { Badge } from "#app/components/badge.tsx";
import { Link } from "#app/components/link.tsx";
import { leaseDraft as area } from "#app/i18n/lease-draft.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { leaseSteps, type LeaseStep } from "#domain/lease/lease-step.ts";
import type { DraftPage } from "./load-draft.server.ts";

type Props = Pick<DraftPage, "draft" | "faults"> & { step: LeaseStep };

/** The steps of a lease on its way, which can be taken in any order; each with how much is missing in it. */
export function StepNavigation({ draft, step, faults }: Props) {
  const words = useWords(area);
  return (
    <nav aria-label={words.newTitle}>
      <ol className="flex flex-wrap gap-2">
        {leaseSteps.map((one, index) => {
          const missing = one === "check" ? 0 : faults.filter((fault) => fault.step === one).length;
          return (
            <li key={one}>
              <Link
                to={`/leases/drafts/${draft.id}?step=${one}`}
                aria-current={one === step ? "step" : undefined}
                className={`inline-flex min-h-9 items-center gap-2 rounded-base border px-3 no-underline ${one === step ? "border-blue bg-blue-tint font-semibold" : "border-line bg-surface hover:bg-sunken"}`}
              >
                {index + 1}. {words.steps[one]}
                {missing > 0 && <Badge status="attention">{String(missing)}</Badge>}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
