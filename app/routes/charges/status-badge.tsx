import { Badge, type Status } from "#app/components/badge.tsx";
import { charges as area } from "#app/i18n/charges.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { ChargeRunStatus } from "#domain/charge/charge-run-state.ts";

const looks: Record<ChargeRunStatus, Status> = {
  making: "attention",
  draft: "attention",
  approved: "info",
  issued: "good",
};

/** Where a run stands, as a shape and a word. */
export function StatusBadge({ status }: { status: ChargeRunStatus }) {
  return <Badge status={looks[status]}>{useWords(area).statuses[status]}</Badge>;
}
