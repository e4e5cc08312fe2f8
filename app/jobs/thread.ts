import type { Worker } from "node:worker_threads";
import { startSource } from "#db/source-thread.ts";

/** A problem of some size stands in memory several times over; without room the thread ends, and the server with it not. */
const memory = { maxOldGenerationSizeMb: 1024, stackSizeMb: 16 };

/** Starts a source file of ours in a thread of its own. @example startThread(urlOfSource, question) */
export const startThread = (source: URL, question: unknown): Worker => startSource(source, question, memory);
