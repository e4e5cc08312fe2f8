import { Badge, type Status } from "#app/components/badge.tsx";
import { charges as area } from "#app/i18n/charges.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Reconciled } from "#domain/charge/reconcile.ts";

const looks: Record<Reconciled, Status> = {
  agrees: "good",
  differs: "bad",
  notInvoiced: "attention",
  notCharged: "bad",
};

/** Whether what was passed on and what was invoiced agree, as a shape and a word. */
export function ReconciledBadge({ state }: { state: Reconciled }) {
  return <Badge status={looks[state]}>{useWords(area).states[state]}</Badge>;
}
