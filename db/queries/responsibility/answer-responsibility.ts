import type { Db } from "#db/client.server.ts";
import { dayAt, midnightOf, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Priority } from "#domain/order/sla.ts";
import { answerFrom, type ResponsibilityFinding } from "#domain/responsibility/answer.ts";
import { done, refused, type Result } from "#domain/result.ts";
import type { Cause, ItemLocation, ResponsibilityTenure } from "#domain/responsibility/terms.ts";
import { getMatrix } from "./get-matrix.ts";
import { getResponsibilityPlace } from "./get-responsibility-place.ts";

/** What is asked, as people ask it; what is not said follows from the item and the building. */
export interface AskedResponsibility {
  itemCode: string;
  buildingId?: Id | null;
  spaceId?: Id | null;
  unitId?: Id | null;
  location?: ItemLocation | null;
  cause?: Cause | null;
  /** Goes before the building's; without either, the city's own. */
  tenure?: ResponsibilityTenure | null;
  /** The day whose rules answer; today where none is named. */
  on?: Day | null;
  priority?: Priority;
  /** A party to ask on behalf of, where no building says it. */
  administrationId?: Id | null;
  contractIds?: readonly Id[];
}

/**
 * Who acts, who pays, by when and why, for an item at a place on a day. Reads only: whoever makes something of a gap
 * (`rule: null`) notes it with `noteGap`. The caller has judged whether the asker may know the place.
 * @example const found = await answerResponsibility(db, organisationId, { itemCode: "window", buildingId, cause: "burglary" }, now);
 */
export async function answerResponsibility(
  db: Db,
  organisationId: Id,
  asked: AskedResponsibility,
  at: Date,
): Promise<Result<ResponsibilityFinding, "unknownItem" | "unknownPlace">> {
  const on = asked.on ?? dayAt(at);
  const { buildingId, itemCode } = asked;
  const [matrix, place] = await Promise.all([
    getMatrix(db, organisationId, on),
    buildingId ? getResponsibilityPlace(db, organisationId, { ...asked, buildingId }, on) : null,
  ]);
  if (buildingId && !place) return refused("unknownPlace");
  const item = matrix.items.find(({ code }) => code === itemCode);
  if (!item) return refused("unknownItem");
  const question = {
    ...{
      itemCode,
      on,
      location: asked.location ?? item.usualLocation,
      cause: asked.cause ?? ("wear" as const),
    },
    tenure: asked.tenure ?? place?.tenure ?? ("own" as const),
    administrationId: asked.administrationId ?? place?.administrationId ?? null,
    contractIds: [...(place?.contractIds ?? []), ...(asked.contractIds ?? [])],
  };
  // Asked of another day, deadlines are what a case of that day's beginning would get.
  const from = on === dayAt(at) ? at : midnightOf(on);
  const found = answerFrom(matrix, question, from, asked.priority);
  return found ? done(found) : refused("unknownItem");
}
