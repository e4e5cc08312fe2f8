import type { Response as ExpressResponse } from "express";
import { PROBLEM_TYPE, problemBody } from "./problem.ts";

/** Answers before the framework is reached: a problem in JSON, which is also readable as it stands. */
export function sendProblem(response: ExpressResponse, status: number, detail: string): void {
  response
    .status(status)
    .set("Cache-Control", "no-store")
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problemBody(status, { detail })));
}
