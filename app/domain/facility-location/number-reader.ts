/** A file that is not what its format says, in words for whoever gave it. */
export class InstanceError extends Error {}

/** More pairs than this would not stand in memory beside the solver. */
const mostPairs = 4_000_000;

/** Reads a text of numbers one after the other, wherever its lines end, and says what was expected where one is not right. */
export class NumberReader {
  readonly #tokens: RegExpStringIterator<RegExpExecArray>;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = text.matchAll(/\S+/g);
  }

  #next(what: string): { token: string; line: () => number } {
    const { value, done } = this.#tokens.next();
    if (done) throw new InstanceError(`The file ends where ${what} should stand.`);
    return { token: value[0], line: () => this.#text.slice(0, value.index).split("\n").length };
  }

  /** A number that is not negative. */
  amount(what: string): number {
    return this.amountOr(null, 0, what);
  }

  /** A number that is not negative, or a word that stands for one. */
  amountOr(word: string | null, meaning: number, what: string): number {
    const { token, line } = this.#next(what);
    if (word !== null && token.toLowerCase() === word) return meaning;
    const value = /^[-+]?(\d|\.\d)/.test(token) ? Number(token) : NaN;
    if (!Number.isFinite(value))
      throw new InstanceError(`Line ${line()}: ${what} should be a number, not "${shortened(token)}".`);
    if (value < 0) throw new InstanceError(`Line ${line()}: ${what} is ${token}, but cannot be negative.`);
    return value;
  }

  whole(what: string): number {
    const value = this.amount(what);
    if (!Number.isInteger(value)) throw new InstanceError(`${what} should be a whole number, not ${value}.`);
    return value;
  }

  /** A whole number from 1; with the other side of a table, no more than a table of them can hold. */
  count(what: string, other = 1): number {
    const value = this.whole(what);
    if (value < 1) throw new InstanceError(`${what} is ${value}: at least 1 is needed.`);
    if (value * other > mostPairs)
      throw new InstanceError(`${value} × ${other} is more than can be solved here.`);
    return value;
  }

  /** The index, from 0, of a node that is counted from 1. */
  node(edge: number, nodes: number): number {
    const node = this.whole(`a node of edge ${edge}`);
    if (node < 1 || node > nodes) throw new InstanceError(`Edge ${edge} names node ${node} of ${nodes}.`);
    return node - 1;
  }

  /** Nothing but space may be left. */
  end(): void {
    const { value, done } = this.#tokens.next();
    if (!done)
      throw new InstanceError(
        `The file goes on ("${shortened(value[0])}") where it should end. Is it another format?`,
      );
  }
}

const shortened = (token: string) => (token.length > 20 ? `${token.slice(0, 20)}…` : token);
