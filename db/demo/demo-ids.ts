import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Random } from "./random.ts";

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");

/** Gives out ids for the demo: UUIDv7 in shape and in order, counted from the load day instead of from the clock. */
export class DemoIds {
  #given = 0;
  readonly #startMs: number;

  constructor(
    private readonly random: Random,
    loadDay: Day,
  ) {
    this.#startMs = Date.parse(`${loadDay}T00:00:00Z`);
  }

  /** The next id; later ones sort after earlier ones. */
  next(): Id {
    const time = hex(this.#startMs + Math.floor(this.#given / 4096), 12);
    const count = hex(this.#given++ % 4096, 3);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${this.#tail()}`;
  }

  /** An id as foreign registers (BBR, DAR) give it: random, version 4. */
  foreign(): Id {
    const head = hex(this.random.uint32(), 8);
    const middle = hex(this.random.uint32(), 8);
    return `${head}-${middle.slice(0, 4)}-4${middle.slice(4, 7)}-${this.#tail()}`;
  }

  #tail(): string {
    const high = hex(((this.random.uint32() & 0x3fff) | 0x8000) >>> 0, 4);
    return `${high}-${hex(this.random.uint32(), 8)}${hex(this.random.uint32() & 0xffff, 4)}`;
  }
}
