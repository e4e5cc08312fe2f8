import pino, { type Logger } from "pino";
import { loggedError } from "./logged-error.ts";

export type Log = Logger;

/** One JSON line an event. Passwords, cookies, tokens and what a query was asked with never reach it. */
export const createLog = (level: string): Log =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: loggedError },
    redact: ["password", "*.password", "headers.cookie", "headers.authorization", "token", "*.token"],
  });
