import type { FoldedFields } from "./fold-field-name.ts";
import type { IgnoreReason } from "./reasons.ts";
import { readInstant } from "./read-value.ts";

export type TimeVerdict =
  | { kind: "current" }
  | { kind: "ignored"; reason: IgnoreReason }
  | { kind: "refused"; field: string; value: unknown };

const ends = { virkningtil: "virkningTil", registreringtil: "registreringTil" } as const;

/**
 * BBR keeps two times: when something was so (virkning) and when the register said so (registrering). Only what holds
 * now in both is taken: an end that has passed, or an effect that has yet to begin, leaves the row out.
 */
export function judgeTime(fields: FoldedFields, now: number): TimeVerdict {
  for (const [key, field] of Object.entries(ends)) {
    const end = readInstant(fields[key]);
    if (!end.ok) return { kind: "refused", field, value: fields[key] };
    if (end.value !== null && end.value <= now) return { kind: "ignored", reason: "noLongerCurrent" };
  }
  const start = readInstant(fields["virkningfra"]);
  if (!start.ok) return { kind: "refused", field: "virkningFra", value: fields["virkningfra"] };
  if (start.value !== null && start.value > now) return { kind: "ignored", reason: "notYetInForce" };
  return { kind: "current" };
}
