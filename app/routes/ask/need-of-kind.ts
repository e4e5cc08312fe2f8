import type { Kind } from "#db/queries/case/list-kinds.ts";
import type { NeedDraft } from "#domain/case/case-draft.ts";
import { locationFrom, type Signs } from "#domain/suggestion/read-signs.ts";

/** What choosing a kind makes of a need: its price is what is shown now; cause, side and danger are what the words say. */
export function needOfKind(kinds: readonly Kind[], kind: string, signs: Signs | null): Partial<NeedDraft> {
  const found = kinds.find((one) => one.kind === kind);
  const usual = found?.usualLocation ?? null;
  return {
    kind,
    quantity: 1,
    shownPriceOre: found?.unitPriceOre ?? null,
    cause: (usual && signs?.cause) || "wear",
    impact: usual && signs?.danger ? "danger" : null,
    location: usual && signs?.side ? locationFrom(usual, signs.side) : null,
  };
}
