/**
 * A reason not to start that the person at the keyboard can do something about. `message` says what is wrong and
 * `remedy` what to do, both in plain words; the start scripts print them without a stack and end with exit code 1.
 *
 * @example throw new StartRefusal("Node 18 is too old.", "Install Node 20.19 or newer.")
 */
export class StartRefusal extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "StartRefusal";
    this.remedy = remedy;
  }
}
