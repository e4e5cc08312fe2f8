import type { Street } from "#geo/streets.ts";
import { toUtm32, type Utm32 } from "#geo/utm32.ts";
import type { LocalPoint } from "./footprint.ts";

/** A stretch of a street side: turns a site's own metres into EPSG:25832. */
export interface Frontage {
  alongM: number;
  toUtm32: (point: LocalPoint) => Utm32;
}

/** One side of a street, with the house numbers given out on it: odd on the left, even on the right. */
export class StreetSide {
  readonly lengthM: number;
  readonly #start: Utm32;
  readonly #direction: Utm32;
  readonly #numbers = new Set<number>();

  constructor(
    readonly street: Street,
    readonly side: "left" | "right",
  ) {
    this.#start = toUtm32(street.from);
    const end = toUtm32(street.to);
    const [east, north] = [end[0] - this.#start[0], end[1] - this.#start[1]];
    this.lengthM = Math.hypot(east, north);
    this.#direction = [east / this.lengthM, north / this.lengthM];
  }

  /** The stretch for a site of a width, a share (0 to 1) of the way along; null where the street is too short. */
  frontageAt(share: number, widthM: number, offsetM: number): Frontage | null {
    if (this.lengthM < widthM) return null;
    const alongM = share * (this.lengthM - widthM);
    const [east, north] = this.#direction;
    const [awayEast, awayNorth] = this.side === "left" ? [-north, east] : [north, -east];
    return {
      alongM,
      toUtm32: ([x, y]) => [
        this.#start[0] + (alongM + x) * east + (offsetM + y) * awayEast,
        this.#start[1] + (alongM + x) * north + (offsetM + y) * awayNorth,
      ],
    };
  }

  /** The free house number nearest after a distance along, or null where three in a row are taken. */
  takeNumber(alongM: number, metersPerNumber: number): number | null {
    const first = 2 * Math.floor(alongM / metersPerNumber) + (this.side === "left" ? 1 : 2);
    return [first, first + 2, first + 4].find((number) => !this.#numbers.has(number)) ?? null;
  }

  keepNumber(number: number): void {
    this.#numbers.add(number);
  }
}
