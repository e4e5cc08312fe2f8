import pino, { type Logger } from "pino";

export type Log = Logger;

/** One JSON line an event. Passwords, cookies and tokens never reach it. */
export const createLog = (level: string): Log =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["password", "*.password", "headers.cookie", "headers.authorization", "token", "*.token"],
  });
