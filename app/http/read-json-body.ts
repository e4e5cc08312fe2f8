import { problem } from "./problem.ts";

/** The body of a request as JSON; what is none is answered with 400. */
export async function readJsonBody(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch (cause) {
    throw Object.assign(problem(400, { detail: "The body is not JSON." }), { cause });
  }
}
