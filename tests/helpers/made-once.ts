import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Makes what several test files need and only one should make: the first to ask makes it, the others wait until it is
 * there. Whoever dies with the work half done leaves it to the next.
 *
 * @param lock a file that exists while somebody makes it
 * @example await madeOnce(`${file}.lock`, () => existsSync(file), () => fill(file))
 */
export async function madeOnce(
  lock: string,
  isThere: () => boolean | Promise<boolean>,
  make: () => Promise<void>,
): Promise<void> {
  mkdirSync(path.dirname(lock), { recursive: true });
  while (!(await isThere())) {
    if (!take(lock)) {
      if (isAbandoned(lock)) rmSync(lock, { force: true });
      await pause(250);
      continue;
    }
    try {
      if (!(await isThere())) await make();
    } finally {
      rmSync(lock, { force: true });
    }
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}

/** Whether the process that took it is gone. One that has just let go is no reason to take anything away. */
function isAbandoned(lock: string): boolean {
  try {
    const holder = Number(readFileSync(lock, "utf8"));
    if (holder > 0) process.kill(holder, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
