/** So close to nothing, of what was added up, is nothing: a rate where the value touches zero and turns. */
const nothing = 1e-12;

/**
 * All internal rates of return above −100 %, the lowest first: the rates at which the net present value is zero. Flows that
 * change sign once have one; those that change oftener may have several, or none, and then the rate says little.
 * Works on the polynomial Σ flow·xᵗ with x = 1/(1+rate): between two neighbours of the roots of its derivative it can only
 * cross zero once, so every root is found. Rates below zero are roots of the polynomial read backwards, so that no power grows.
 * @example internalRates([-100, 230, -132]) // [0.1, 0.2]
 */
export function internalRates(flows: readonly number[]): number[] {
  const largest = Math.max(...flows.map(Math.abs));
  if (!(largest > 0)) return [];
  const scaled = trimmed(flows.map((flow) => flow / largest));
  const above = rootsUpToOne(scaled).map((x) => 1 / x - 1);
  const below = rootsUpToOne([...scaled].reverse())
    .filter((y) => y < 1)
    .map((y) => y - 1);
  return [...below, ...above].sort((a, b) => a - b);
}

/** Without zeros at either end: they move flows in time, and roots do not mind. */
function trimmed(flows: readonly number[]): number[] {
  const first = flows.findIndex((flow) => flow !== 0);
  const last = flows.findLastIndex((flow) => flow !== 0);
  return flows.slice(first, last + 1);
}

/** The roots of Σ cₖxᵏ in (0, 1], in order. The lowest coefficient is not zero. */
function rootsUpToOne(coefficients: readonly number[]): number[] {
  const turns = coefficients.length > 2 ? rootsUpToOne(derivativeOf(coefficients)) : [];
  const corners = [0, ...turns.filter((turn) => turn < 1), 1];
  const roots: number[] = [];
  for (let at = 1; at < corners.length; at++) {
    const [from, to] = [corners[at - 1]!, corners[at]!];
    if (isZeroAt(coefficients, to)) roots.push(to);
    else if (!isZeroAt(coefficients, from) && valueAt(coefficients, from) * valueAt(coefficients, to) < 0)
      roots.push(crossing(coefficients, from, to));
  }
  return roots;
}

/** The derivative, again of size one and with its lowest coefficient not zero. */
function derivativeOf(coefficients: readonly number[]): number[] {
  const raw = coefficients.slice(1).map((value, index) => value * (index + 1));
  const largest = Math.max(...raw.map(Math.abs));
  return trimmed(raw.map((value) => value / largest));
}

/** By Horner's rule. */
const valueAt = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, value) => sum * x + value, 0);

function isZeroAt(coefficients: readonly number[], x: number): boolean {
  const size = coefficients.reduceRight((sum, value) => sum * x + Math.abs(value), 0);
  return Math.abs(valueAt(coefficients, x)) <= nothing * size;
}

/** Halves an interval with a change of sign until no number lies between its ends. */
function crossing(coefficients: readonly number[], from: number, to: number): number {
  const isBelow = valueAt(coefficients, from) < 0;
  let [low, high] = [from, to];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (valueAt(coefficients, middle) < 0 === isBelow) low = middle;
    else high = middle;
  }
}
