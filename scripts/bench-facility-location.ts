import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { loadSolver } from "#app/jobs/optimiser/load-solver.ts";
import { solveFacilities } from "#app/jobs/optimiser/solve-facilities.ts";
import { solveModel } from "#app/jobs/optimiser/solve-model.ts";
import type { FacilityInstance } from "#domain/facility-location/instance.ts";
import { InstanceError } from "#domain/facility-location/number-reader.ts";
import {
  instanceFormats,
  readInstance,
  type InstanceFormat,
} from "#domain/facility-location/read-instance.ts";

/**
 * Solves a published instance of facility location and prints one line of JSON: { instance, objective, bound, gap, seconds, proven }.
 * The gap is a fraction; seconds are those of solving, without reading the file and starting.
 */
const usage = `bench-facility-location.ts FILE --format ${instanceFormats.join("|")} [--single-source] [--capacity N] [--seconds 60]`;

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: "string" },
      "single-source": { type: "boolean", default: false },
      capacity: { type: "string" },
      seconds: { type: "string", default: "60" },
    },
  });
  const format = instanceFormats.find((each) => each === values.format);
  const [file, ...more] = positionals;
  if (!file || more.length > 0 || !format) fail(`Usage: ${usage}`);
  const [seconds, capacity] = [Number(values.seconds), Number(values.capacity ?? Infinity)];
  if (!(seconds > 0) || !(capacity > 0))
    fail(`--seconds and --capacity are numbers above 0.\nUsage: ${usage}`);
  return { file, format, seconds, capacity, isSingleSource: values["single-source"] };
}

function read(file: string, format: InstanceFormat, options: { isSingleSource: boolean; capacity: number }) {
  try {
    return readInstance(readFileSync(file, "utf8"), format, options);
  } catch (error) {
    if (error instanceof InstanceError)
      fail(`${file} is no ${format} file that can be solved. ${error.message}`);
    fail(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function solve(instance: FacilityInstance, secondsAtMost: number) {
  const stop = new Int32Array(1);
  return solveFacilities(instance, {
    ...{ secondsAtMost, now: () => performance.now() / 1000 },
    solve: (question) => solveModel({ ...question, stop }, () => undefined),
  });
}

const { file, format, seconds: secondsAtMost, ...options } = readArguments();
const instance = read(file, format, options);
await loadSolver();
const startedAt = performance.now();
const { objective, bound, isProven } = await solve(instance, secondsAtMost);
console.log(
  JSON.stringify({
    ...{
      instance: basename(file).replace(/\.[^.]*$/, ""),
      objective,
      bound: Number.isFinite(bound) ? bound : null,
    },
    gap:
      objective === null || !Number.isFinite(bound)
        ? null
        : (objective - bound) / Math.max(1e-12, Math.abs(objective)),
    ...{ seconds: Math.round(performance.now() - startedAt) / 1000, proven: isProven },
  }),
);
