import type { Random } from "../random.ts";
import type { DrawnCase } from "./draw-cases.ts";
import type { OrderWalk } from "./order-walk.ts";
import { comments } from "./story-words.ts";

type Score = 1 | 2 | 3 | 4 | 5;

/** A case that is closed, and until when things have happened. */
interface Closed {
  drawn: DrawnCase;
  closedAt: Date;
  walks: readonly OrderWalk[];
  until: Date;
}

/** What the asker thinks of it some time after, or null: not everybody says, unless it is told (`given`). Nobody of a
 *  protected unit writes a word. */
export function rateCase(
  random: Random,
  { drawn: { unit }, closedAt, walks, until }: Closed,
  given?: Score,
): { score: Score; ratedAt: Date; comment: string } | null {
  const ratedAt = new Date(closedAt.getTime() + random.int(20, 5_000) * 60_000);
  if (ratedAt > until || (!given && !random.chance(0.3))) return null;
  const score = given ?? scoreOf(random, walks);
  const says = !unit.isProtected && random.chance(0.25);
  return { score, ratedAt, comment: says ? random.pick(comments[score]) : "" };
}

const happyScores = [
  [5, 15],
  [4, 31],
  [3, 29],
  [2, 16],
  [1, 9],
] as const;
const sorryScores = [
  [5, 4],
  [4, 14],
  [3, 26],
  [2, 31],
  [1, 25],
] as const;

/** Who was kept waiting, turned away or had to ask twice is less pleased. A third was satisfied in 2013; a few more are now. */
function scoreOf(random: Random, walks: readonly OrderWalk[]): Score {
  const isSorry = walks.some(
    ({ facts }) =>
      facts.reopened > 0 ||
      facts.outcome === "declined" ||
      (facts.resolvedAt && facts.resolveBy && facts.resolvedAt > facts.resolveBy),
  );
  return random.weighted(isSorry ? sorryScores : happyScores);
}
