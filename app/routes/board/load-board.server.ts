import type { Db } from "#db/client.server.ts";
import { getBuildingName } from "#db/queries/building/reaches-building.ts";
import { listBoard, listBoardDays } from "#db/queries/work/list-board.ts";
import { listLoads } from "#db/queries/work/list-loads.ts";
import { listTeams, type TeamRow } from "#db/queries/work/list-teams.ts";
import { summariseBoard } from "#db/queries/work/summarise-board.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, parseDay, type Day } from "#domain/day.ts";
import { readBoardSearch, type BoardSearch } from "#domain/work/board-search.ts";
import { workingDaysFrom } from "#domain/work/capacity.ts";

const pageSize = 40;
const daysShown = 5;
const mostADay = 12;

/** The team whose days are shown: the one asked for, or the one with most to plan. */
function teamOf(
  search: BoardSearch,
  teams: readonly TeamRow[],
  counts: { teamId: string | null; total: number }[],
) {
  const asked = teams.find(({ id }) => id === search.team);
  const busiest = counts
    .filter(({ teamId }) => teamId !== null)
    .sort((one, other) => other.total - one.total)[0];
  return asked ?? teams.find(({ id }) => id === busiest?.teamId) ?? teams[0] ?? null;
}

/** What stands in the address besides the filters, read for both views. */
async function loadFrame(db: Db, actor: Actor, params: URLSearchParams, now: Date) {
  const search = readBoardSearch(params);
  const today = dayAt(now);
  const [counts, teams, building] = await Promise.all([
    summariseBoard(db, actor, search, now),
    listTeams(db, actor, today),
    search.building ? getBuildingName(db, actor, search.building) : null,
  ]);
  return { search, today, counts, teams, building };
}

/** The list: a page of orders, and what each team has on today. */
export async function loadBoardList(db: Db, actor: Actor, params: URLSearchParams, now: Date) {
  const frame = await loadFrame(db, actor, params, now);
  const { search, today, teams } = frame;
  const loadDay = workingDaysFrom(today, 1)[0]!;
  const [page, loads] = await Promise.all([
    listBoard(db, actor, search, { limit: pageSize, after: params.get("after") }, now),
    listLoads(
      db,
      actor,
      teams.map(({ id }) => id),
      [loadDay],
    ),
  ]);
  return { ...frame, view: "team" as const, page, loads, loadDay, isFirst: !params.has("after") };
}

/** The days of one team: a week of working days, with what is planned on each and what is not planned yet. */
export async function loadBoardDays(db: Db, actor: Actor, params: URLSearchParams, now: Date) {
  const frame = await loadFrame(db, actor, params, now);
  const { search, today, teams, counts } = frame;
  const team = teamOf(search, teams, counts.teams);
  const days: Day[] = workingDaysFrom(parseDay(params.get("from")) ?? today, daysShown);
  const ofTeam = { ...search, team: team?.id ?? null, day: null };
  const [rows, loads, ofDays] = await Promise.all([
    listBoardDays(db, actor, ofTeam, days, mostADay, now),
    listLoads(db, actor, team ? [team.id] : [], days),
    summariseBoard(db, actor, { ...ofTeam, day: "none" }, now),
  ]);
  return { ...frame, view: "day" as const, team, days, rows, loads, unplanned: ofDays.all.total };
}

export type BoardList = Awaited<ReturnType<typeof loadBoardList>>;
export type BoardDays = Awaited<ReturnType<typeof loadBoardDays>>;
