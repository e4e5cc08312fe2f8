import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "./problem.ts";
import { readJsonBody } from "./read-json-body.ts";

/** As many at once as one transaction should hold. */
const mostItems = 5_000;

/** What a batch is beyond its own fields: where it comes from, and items that are judged one by one by the rule. */
const parts = {
  source: z.string().trim().min(1).max(200),
  items: z.array(z.unknown()).min(1).max(mostItems),
};

/** The loader of an address that is only ever sent to. */
export async function onlySentTo({ request, context }: LoaderFunctionArgs): Promise<never> {
  await requireActorWith(request, context, "colocation", "write");
  throw problem(405, { headers: { Allow: "POST" } });
}

/** A batch with its source, its items and the fields of its own, or a problem that names what is wrong; nothing is taken then. */
export async function readBatch<Own extends z.ZodRawShape>(request: Request, own: Own, says: string) {
  if (request.method !== "POST") throw problem(405, { headers: { Allow: "POST" } });
  const batch = z.strictObject({ ...parts, ...own }).safeParse(await readJsonBody(request));
  if (batch.success) return batch.data;
  throw problem(422, {
    detail: `A batch has ${says} and 1 to ${mostItems} items. Nothing was taken.`,
    errors: batch.error.issues.map(({ path, message }) => ({ field: path.join("."), message })),
  });
}
