import { Badge, type Status } from "#app/components/badge.tsx";
import { colocation as area } from "#app/i18n/colocation.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { CaseStatus } from "#domain/colocation/case-status.ts";

const looks: Record<CaseStatus, Status> = {
  draft: "neutral",
  submitted: "info",
  returned: "attention",
  approved: "good",
  rejected: "bad",
  funded: "good",
  implementing: "info",
  closed: "neutral",
};

/** Where a case stands, as a shape and a word. */
export function StatusBadge({ status }: { status: CaseStatus }) {
  const words = useWords(area);
  return <Badge status={looks[status]}>{words.statuses[status]}</Badge>;
}
