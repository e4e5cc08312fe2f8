/** Where, as one value grows, what is said of it changes: the value, and what was said below and is said above. */
export interface TurningPoint<Said> {
  at: number;
  below: Said;
  above: Said;
}

/** So many equal steps are looked at; two changes within one step that cancel are not seen. */
const looks = 400;

/**
 * The values at which what is said changes between two bounds, each exact: no number lies between where it is still said and
 * where it is no longer. @example turningPoints((x) => x > 2, 0, 10) // [{ at: 2, below: false, above: true }]
 */
export function turningPoints<Said>(
  say: (value: number) => Said,
  from: number,
  to: number,
): TurningPoint<Said>[] {
  const points: TurningPoint<Said>[] = [];
  let [left, said] = [from, say(from)];
  for (let look = 1; look <= looks; look++) {
    const right = from + ((to - from) * look) / looks;
    const next = say(right);
    if (next !== said) points.push({ at: lastSaid(say, said, left, right), below: said, above: next });
    [left, said] = [right, next];
  }
  return points;
}

/** Halves until no number lies between: the last at which the left side's word still holds. */
function lastSaid<Said>(say: (value: number) => Said, said: Said, left: number, right: number): number {
  let [still, changed] = [left, right];
  for (;;) {
    const middle = (still + changed) / 2;
    if (middle <= still || middle >= changed) return still;
    if (say(middle) === said) still = middle;
    else changed = middle;
  }
}
