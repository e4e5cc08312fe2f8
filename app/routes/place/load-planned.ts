import type { Db } from "#db/client.server.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { wordsIn } from "#app/i18n/words.ts";
import { works as area } from "#app/i18n/works.ts";
import { listPlannedWorks, type PlannedWork } from "#db/queries/works/list-planned-works.ts";
import type { Actor } from "#domain/actor.ts";
import { workTitleOf } from "#domain/condition/work-title.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** What is planned for a building, in the words of whoever reads it. */
export interface PlannedLine {
  id: Id;
  name: string;
  year: number;
  isOrdered: boolean;
}

/** What is planned for some buildings, by building; named here, so that the page need not bring all words of works. */
export async function loadPlanned(
  db: Db,
  actor: Actor,
  buildingIds: readonly Id[],
  today: Day,
  locale: Locale,
): Promise<Record<Id, PlannedLine[]>> {
  const found: Record<Id, PlannedLine[]> = {};
  for (const work of await listPlannedWorks(db, actor, { buildingIds }, today)) {
    const { id, buildingId, year, state } = work;
    (found[buildingId] ??= []).push({ id, name: nameOf(work, locale), year, isOrdered: state === "ordered" });
  }
  return found;
}

/** The title, in the reader's language where nobody has written another than the usual one. */
function nameOf({ title, workGroup }: PlannedWork, locale: Locale): string {
  const isUsual = title === workTitleOf(workGroup);
  return (isUsual ? wordsIn(area, locale).groups[workGroup] : undefined) ?? title;
}
