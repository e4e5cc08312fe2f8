/** How long a session lives: so long after the last use, and never longer than so long after signing in. */
export const SESSION_IDLE_MS = 12 * 60 * 60 * 1000;
export const SESSION_LONGEST_MS = 7 * 24 * 60 * 60 * 1000;
/** Use is noted at most this often, so that reading a page is not a write. */
export const SESSION_TOUCH_MS = 60 * 1000;

/** When a session that began at one instant and is used at another ends. */
export const sessionEnd = (startedAt: Date, usedAt: Date): Date =>
  new Date(Math.min(usedAt.getTime() + SESSION_IDLE_MS, startedAt.getTime() + SESSION_LONGEST_MS));
