import { LinkButton } from "#app/components/button.tsx";
import { leaseLife as area } from "#app/i18n/lease-life.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { leaseChangeKinds } from "#domain/lease/change-plan.ts";

/** The guided changes of a lease, for who keeps it. */
export function ChangeLinks({ id }: { id: string }) {
  const words = useWords(area);
  return (
    <nav aria-label={words.change} className="screen-only flex flex-wrap gap-2">
      {leaseChangeKinds.map((kind) => (
        <LinkButton key={kind} isCompact to={`/leases/${id}/change/${kind}`}>
          {words.kinds[kind]}
        </LinkButton>
      ))}
    </nav>
  );
}
