import { Badge, type Status } from "#app/components/badge.tsx";
import { colocationEconomy as area } from "#app/i18n/colocation-economy.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { EconomyVerdict } from "#domain/economy/evaluate-flows.ts";

export const verdictLooks: Record<EconomyVerdict, Status> = {
  meetsDemand: "good",
  worthOverLife: "attention",
  negative: "bad",
  unchanged: "neutral",
};

/** The verdict in three, as a shape and a word. */
export function VerdictBadge({ verdict }: { verdict: EconomyVerdict }) {
  const words = useWords(area);
  return <Badge status={verdictLooks[verdict]}>{words.short[verdict]}</Badge>;
}
