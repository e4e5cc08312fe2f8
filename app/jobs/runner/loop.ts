import type { JobLog } from "./job-log.ts";

/** A round that comes again: at once while there is something to do, after a while otherwise, or when woken. */
export interface Loop {
  /** There may be something to do now. */
  wake: () => void;
  /** Lets the round under way end and begins no other. Resolves after `graceMs` at the latest. */
  stop: (graceMs: number) => Promise<void>;
}

const longestRestMs = 60_000;

/**
 * Runs `round` for ever; it says how much it found to do. A round that throws (the database is away) is logged and
 * tried again after twice as long a rest as the last time, a minute at most. It may rest before its first round.
 */
export function startLoop(round: () => Promise<number>, restMs: number, log: JobLog, restFirstMs = 0): Loop {
  let isStopping = false;
  let isWoken = false;
  let endRest: () => void = () => undefined;

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      // What only waits must not hold up the end of the process.
      timer.unref();
      endRest = () => {
        clearTimeout(timer);
        resolve();
      };
      if (isWoken || isStopping) endRest();
    });

  const run = async () => {
    let failures = 0;
    if (restFirstMs > 0) await rest(restFirstMs);
    while (!isStopping) {
      isWoken = false;
      try {
        const found = await round();
        failures = 0;
        if (found === 0) await rest(restMs);
      } catch (error) {
        log.error({ err: error }, "a round of background work failed");
        await rest(Math.min(longestRestMs, restMs * 2 ** ++failures));
      }
    }
  };
  const ended = run();

  return {
    wake: () => {
      isWoken = true;
      endRest();
    },
    stop: async (graceMs) => {
      isStopping = true;
      endRest();
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise<void>((resolve) => (timer = setTimeout(resolve, graceMs)));
      await Promise.race([ended, grace]);
      clearTimeout(timer);
    },
  };
}
