import { readNeed, type CaseDraft } from "#domain/case/case-draft.ts";
import { isId } from "#domain/id.ts";
import type { Position } from "#geo/position.ts";

/** A draft as a script or a phone's memory gives it; what makes no sense is left out, the rules judge the rest. */
export function readDraft(given: unknown): CaseDraft {
  const { buildingId, spaceId, position, needs, photoIds } = (given ?? {}) as Record<string, unknown>;
  return {
    buildingId: typeof buildingId === "string" ? buildingId : "",
    spaceId: typeof spaceId === "string" && isId(spaceId) ? spaceId : null,
    position: readPosition(position),
    needs: Array.isArray(needs) ? needs.map(readNeed) : [],
    photoIds: Array.isArray(photoIds) ? photoIds.filter((id) => typeof id === "string" && isId(id)) : [],
  };
}

const readPosition = (given: unknown): Position | null =>
  Array.isArray(given) && given.length === 2 && given.every(Number.isFinite) ? [given[0], given[1]] : null;

/** The same from a form's fields: the need that is being typed, and those put into the basket before. */
export function readDraftFields(fields: URLSearchParams): CaseDraft {
  const text = (name: string) => fields.get(name) ?? "";
  const need = {
    ...{ text: text("text"), kind: text("kind"), cause: text("cause"), location: text("location") },
    ...{ impact: text("impact"), quantity: text("quantity"), shownPriceOre: text("shownPriceOre") },
  };
  return readDraft({
    ...{ buildingId: text("building"), spaceId: text("space") },
    position: text("position").split(",").map(Number),
    needs: [...basketOf(text("basket")), need],
    photoIds: text("photoIds").split(",").filter(Boolean),
  });
}

function basketOf(text: string): unknown[] {
  if (text === "") return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
