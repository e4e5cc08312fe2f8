import type { Random } from "../random.ts";
import { addWorkingMinutes } from "#domain/calendar/working-time.ts";
import type { CaseWriter, Teller } from "./case-writer.ts";
import type { DrawnCase } from "./draw-cases.ts";

const withinMs = 14 * 24 * 3_600_000;

/** Where somebody reported the same shortly before, and it stood open: mostly the new one is a duplicate. Null where it is not. */
export function tellDuplicate(random: Random, writer: CaseWriter, drawn: DrawnCase): Teller | null {
  const [item] = drawn.items;
  if (drawn.items.length !== 1 || !item?.itemCode) return null;
  const same = writer
    .earlierAt(drawn.premises.buildingId)
    .findLast(
      (one) =>
        one.itemCode === item.itemCode &&
        drawn.at.getTime() - one.placedAt.getTime() < withinMs &&
        (one.endedAt === null || one.endedAt > drawn.at) &&
        one.state !== "duplicate",
    );
  if (!same || random.chance(0.25)) return null;
  return (walk, { dispatcher }) => {
    const at = addWorkingMinutes(walk.lastAt, random.int(15, 400));
    const payload = { duplicateOf: same.number, duplicateOfId: same.id };
    walk.take("markDuplicate", at, dispatcher, { payload });
  };
}
