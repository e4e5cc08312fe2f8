import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { listLeases, type LeaseRow } from "#db/queries/lease/list-leases.ts";
import { CursorFault } from "#db/queries/list-cursor.ts";
import { addDays, dayAt, parseDay } from "#domain/day.ts";
import { leaseKinds, leaseStatuses } from "#domain/lease/lease-search.ts";

export const handle = { needs: { area: "leases", right: "read" } };

const maxLimit = 500;
const text = z.string().trim().min(1).max(100).nullable().default(null);

const Asked = z.strictObject({
  on: z
    .string()
    .refine((value) => parseDay(value) !== null, "must be a day, YYYY-MM-DD")
    .optional(),
  kind: z.enum(leaseKinds).nullable().default(null),
  administration: text,
  unit: text,
  status: z.enum([...leaseStatuses, "all"]).default("inForce"),
  q: z.string().trim().max(100).default(""),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .default(50)
    .transform((limit) => Math.min(limit, maxLimit)),
  cursor: z.string().nullable().default(null),
});

/** Leases as of a day, by number, a page at a time; `total` is exact and counts all pages. Days are inclusive. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success)
    throw problem(400, {
      detail: "Some parameters could not be read.",
      errors: asked.error.issues.map((issue) => ({
        field: issue.path.join(".") || ("keys" in issue ? issue.keys.join(", ") : ""),
        message: issue.code === "unrecognized_keys" ? "unknown parameter" : issue.message,
      })),
    });
  const { limit, cursor, on = dayAt(new Date()), status, ...rest } = asked.data;
  const opened = { ends: null, party: null, address: null, use: null };
  const search = { ...rest, ...opened, on, status: status === "all" ? null : status, page: 0 };
  try {
    const found = await listLeases(
      context.db,
      actor,
      { ...search, sort: "number", order: "asc" },
      { limit, cursor },
    );
    const { items, totals, nextCursor } = found;
    return json({ items: items.map(toApiLease), total: totals.count, nextCursor });
  } catch (error) {
    if (error instanceof CursorFault)
      throw problem(400, { detail: error.message, errors: [{ field: "cursor", message: error.message }] });
    throw error;
  }
}

const toApiLease = ({ validFrom, validTo, yearlyOre, ...lease }: LeaseRow) => ({
  ...lease,
  from: validFrom,
  to: validTo && addDays(validTo, -1),
  yearlyRentOre: yearlyOre,
});
