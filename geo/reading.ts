/** Why a geometry could not be read; the words for people are chosen where they are shown. */
export type GeometryRefusal =
  | "not-an-object"
  | "unknown-type"
  | "unsupported-geometry"
  | "unsupported-crs"
  | "coordinates-missing"
  | "coordinates-out-of-range"
  | "ring-too-short"
  | "ring-not-closed"
  | "empty-geometry"
  | "malformed-text";

/** What reading gives: the value, or a refusal and the place in the input where it arose. */
export type Reading<Value> = { ok: true; value: Value } | { ok: false; refusal: GeometryRefusal; at: string };

/** Thrown inside a reader and turned into a `Reading` at its edge; never leaves this folder. */
export class Unreadable extends Error {
  constructor(
    readonly refusal: GeometryRefusal,
    readonly at: string,
  ) {
    super(`${refusal} at ${at || "the top"}`);
  }
}

/** Runs a reader that throws `Unreadable` and gives its outcome as a value; any other error is a defect and flies on. */
export function reading<Value>(read: () => Value): Reading<Value> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, refusal: error.refusal, at: error.at };
    throw error;
  }
}
