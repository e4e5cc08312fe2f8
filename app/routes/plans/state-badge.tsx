import { Badge, type Status } from "#app/components/badge.tsx";
import { plans as area } from "#app/i18n/plans.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { PlanStateName } from "#domain/plan/plan-state.ts";

const looks: Record<PlanStateName, Status> = {
  draft: "neutral",
  frozen: "info",
  approved: "info",
  published: "good",
  withdrawn: "neutral",
};

/** Where a plan stands, as a shape and a word. */
export function StateBadge({ state }: { state: PlanStateName }) {
  const words = useWords(area);
  return <Badge status={looks[state]}>{words.states[state]}</Badge>;
}
