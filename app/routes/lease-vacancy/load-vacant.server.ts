import type { Db } from "#db/client.server.ts";
import { listVacancy } from "#db/queries/lease/list-vacancy.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, parseDay } from "#domain/day.ts";
import { useGroups } from "#domain/portfolio-row.ts";

/** The buildings with vacant m² that an address asks for: as of a day, of a use. */
export async function loadVacant(db: Db, actor: Actor, request: Request) {
  const params = new URL(request.url).searchParams;
  const on = parseDay(params.get("on")) ?? dayAt(new Date());
  const use = useGroups.find((one) => one === params.get("use")) ?? null;
  const all = await listVacancy(db, actor, on);
  return { on, use, rows: use ? all.filter(({ useGroup }) => useGroup === use) : all };
}
