import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { mayReachBuilding } from "#db/queries/building/reaches-building.ts";
import { hourlyUse, type HourlyUse } from "#db/queries/use/hourly-use.ts";
import { dayAt, parseDay } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { availabilities, usageRates, weekSums, type Availability } from "#domain/use/use-rates.ts";
import { usePeriods } from "#domain/use/use-week.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

const Asked = z.strictObject({
  buildingId: z.string().refine(isId, "must be the id of a building"),
  period: z.enum(usePeriods).default("term"),
  hours: z.enum(availabilities).default("office"),
  of: z.enum(["units", "spaces"]).default("units"),
  on: z
    .string()
    .refine((text) => parseDay(text) !== null, "must be a day, YYYY-MM-DD")
    .optional(),
});

/** The typical weeks of a building's units (or spaces): 168 hours from Monday 0:00 on Danish clocks, with rates 0 to 1. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success)
    throw problem(400, {
      detail: "Some parameters could not be read.",
      errors: asked.error.issues.map(({ path, message }) => ({ field: path.join("."), message })),
    });
  const { buildingId, period, hours, of } = asked.data;
  const on = asked.data.on ?? dayAt(new Date());
  if (!(await mayReachBuilding(context.db, actor, buildingId, "read", on))) throw problem(404);
  const weeks = await hourlyUse(context.db, actor, { on, period, of, buildingIds: [buildingId] });
  return json({ asOf: on, buildingId, period, hours, items: weeks.map((week) => toApi(week, hours)) });
}

const toApi = ({ buildingId: _, ...week }: HourlyUse, hours: Availability) => ({
  ...week,
  ...usageRates(weekSums(week.persons, week.capacity, hours)),
});
