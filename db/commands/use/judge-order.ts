import type { Id } from "#domain/id.ts";
import type { Observation, ObservationRefusal } from "#domain/use/observation.ts";

/** An observation with its place in the batch. */
export type Numbered = Observation & { index: number };

/** What is kept of a source under a number. */
export interface KnownRow {
  sequence: number;
  atMs: number;
  spaceId: Id;
  persons: number;
}

type Last = Map<Id, { sequence: number; atMs: number }>;

/**
 * Parts a batch into what is new, what is there already, and what cannot be: a number that stands for something else, and,
 * where a source's clock must rise (`mustRise`), a time that goes back against its numbers in the same space. `last` is how far the
 * source has come in each space.
 */
export function judgeOrder(
  items: readonly Numbered[],
  known: readonly KnownRow[],
  { last, mustRise }: { last: Last; mustRise: boolean },
): { fresh: Numbered[]; duplicates: number; faults: { index: number; reason: ObservationRefusal }[] } {
  const bySequence = new Map<number, KnownRow>(known.map((row) => [row.sequence, row]));
  const reached: Last = new Map(last);
  const fresh: Numbered[] = [];
  const faults: { index: number; reason: ObservationRefusal }[] = [];
  let duplicates = 0;
  for (const item of [...items].sort((a, b) => a.sequence - b.sequence || a.index - b.index)) {
    const { index, sequence, spaceId, persons } = item;
    const atMs = item.observedAt.getTime();
    const there = bySequence.get(sequence);
    if (there) {
      if (there.atMs === atMs && there.spaceId === spaceId && there.persons === persons) duplicates++;
      else faults.push({ index, reason: "sequenceTaken" });
      continue;
    }
    const before = reached.get(spaceId);
    const goesBack =
      before !== undefined && (sequence > before.sequence ? atMs < before.atMs : atMs > before.atMs);
    if (mustRise && goesBack) {
      faults.push({ index, reason: "timeWentBack" });
      continue;
    }
    bySequence.set(sequence, { sequence, atMs, spaceId, persons });
    if (!before || sequence > before.sequence) reached.set(spaceId, { sequence, atMs });
    fresh.push(item);
  }
  return { fresh, duplicates, faults };
}
