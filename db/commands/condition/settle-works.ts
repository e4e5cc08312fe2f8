import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { work } from "#db/schema/index.ts";
import { uuidArray } from "#db/sql-arrays.ts";
import { earmarkOf, type ReckonedLine } from "#domain/backlog/reckon-line.ts";
import { workTitleOf } from "#domain/condition/work-title.ts";
import { newId, type Id } from "#domain/id.ts";

/** A line with the work that it is part of. */
export interface PlacedLine extends ReckonedLine {
  workId: Id;
}

interface OpenWork {
  id: Id;
  buildingId: Id;
  workGroup: string;
  kind: string;
  state: "proposed" | "planned" | "ordered";
  /** The elements whose lines it has had until now. */
  elementIds: Id[];
}

const keyOf = ({ buildingId, workGroup, kind }: Pick<OpenWork, "buildingId" | "workGroup" | "kind">) =>
  `${buildingId} ${workGroup} ${kind}`;

/**
 * Finds or makes the open work of each line: the one its element was in before, else that of its building, group and kind.
 * A proposed work that no line is left in is dropped; what is planned or ordered is for people to give up.
 */
export async function settleWorks(
  tx: Db,
  organisationId: Id,
  buildingIds: readonly Id[],
  lines: readonly ReckonedLine[],
): Promise<PlacedLine[]> {
  const open = await listOpenWorks(tx, buildingIds);
  const byKey = groupedBy(open, keyOf);
  const made = new Map<string, Id>();
  const placed = lines.map((line) => {
    const key = keyOf(line);
    const own = byKey.get(key) ?? [];
    const found = own.find(({ elementIds }) => elementIds.includes(line.elementId)) ?? own[0];
    if (!found && !made.has(key)) made.set(key, newId());
    return { ...line, workId: found?.id ?? made.get(key)! };
  });
  const linesOf = groupedBy(placed, ({ workId }) => workId);
  await insertWorks(
    tx,
    organisationId,
    [...made.values()].map((id) => [id, linesOf.get(id)!]),
  );
  const empty = open.filter(({ id, state }) => state === "proposed" && !linesOf.has(id)).map(({ id }) => id);
  if (empty.length > 0)
    await tx.execute(sql`
      update work set state = 'dropped', planned_year = null, version = version + 1
       where id = any (${uuidArray(empty)})`);
  return placed;
}

/** Those that could still take lines come first; an ordered one takes what it had, and else what has no other. */
async function listOpenWorks(tx: Db, buildingIds: readonly Id[]): Promise<OpenWork[]> {
  const rows = await tx.execute<OpenWork & Record<string, unknown>>(sql`
    select w.id, w.building_id as "buildingId", w.work_group as "workGroup", w.kind, w.state,
           coalesce((select json_agg(distinct l.element_id) from backlog_line l
                       join backlog_estimate e on e.id = l.estimate_id and e.valid_to is null
                      where l.work_id = w.id), '[]') as "elementIds"
      from work w
     where w.building_id = any (${uuidArray(buildingIds)}) and w.state in ('proposed', 'planned', 'ordered')
     order by w.state = 'ordered', w.number for update`);
  return [...rows];
}

/** Works are numbered in the order in which they are found, over the years: ARB-00001. */
async function insertWorks(
  tx: Db,
  organisationId: Id,
  made: readonly (readonly [Id, PlacedLine[]])[],
): Promise<void> {
  if (made.length === 0) return;
  const numbers = await tx.execute<{ number: string }>(sql`
    select 'ARB-' || lpad(nextval('work_number')::text, 5, '0') as number from generate_series(1, ${made.length}::int)`);
  const rows = made.map(([id, lines], index) => {
    const { buildingId, workGroup, kind } = lines[0]!;
    const number = numbers[index]!.number;
    const title = workTitleOf(workGroup);
    return {
      ...{ id, organisationId, number, buildingId, workGroup, kind, title },
      ...{ state: "proposed" as const, earmark: earmarkOf(lines) },
    };
  });
  await tx.insert(work).values(rows);
}

function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
