import { parentPort, workerData } from "node:worker_threads";
import { generateCases } from "#db/demo/cases/generate-cases.ts";
import type { CaseTask } from "./beside.ts";

const { facts, options } = workerData as CaseTask;
parentPort!.postMessage(generateCases(facts, options));
