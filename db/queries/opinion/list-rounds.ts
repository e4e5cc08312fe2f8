import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { OpinionGroup, Question } from "#domain/opinion/opinion-results.ts";

/** One year's round: its days, everyone together, and each administration. */
export interface OpinionRound {
  year: number;
  opensOn: Day;
  closesOn: Day;
  groups: OpinionGroup[];
}

/** The report's figure for a question, in per cent, with where it is from. */
export interface Baseline {
  key: string;
  value: number;
  source: string;
}

/** How many gave each of 1–5. */
const counts = (column: SQL): SQL => sql`json_build_array(
  ${sql.join(
    [1, 2, 3, 4, 5].map((score) => sql`count(*) filter (where ${column} = ${score})`),
    sql`, `,
  )})`;

interface Row extends Record<string, unknown>, OpinionGroup {
  year: number;
  opensOn: Day;
  closesOn: Day;
}

/** The rounds, the newest first, each administration by name; none for who may not read the services. */
export async function listRounds(db: Db, actor: Actor): Promise<OpinionRound[]> {
  if (!may(actor, "services", "read")) return [];
  const rows = await db.execute<Row>(sql`
    select s.year, s.opens_on as "opensOn", s.closes_on as "closesOn", coalesce(a.name, '') as name,
           count(i.id)::int as invited, count(i.answered_at)::int as answered,
           json_build_object('acuteRepair', ${counts(sql`i.acute_repair`)},
                             'exteriorUpkeep', ${counts(sql`i.exterior_upkeep`)},
                             'rentCollection', ${counts(sql`i.rent_collection`)}) as counts
      from opinion_survey s
      join opinion_invitation i on i.survey_id = s.id
      left join administration a on a.id = i.administration_id
     where s.organisation_id = ${actor.organisationId}
     group by s.id, a.id order by s.year desc, danish_order(coalesce(a.name, '')), a.id limit 500`);
  const years = [...new Set(rows.map(({ year }) => year))];
  return years.map((year) => {
    const of = rows.filter((row) => row.year === year);
    const groups = of.map(({ name, invited, answered, counts }) => ({ name, invited, answered, counts }));
    return { year, opensOn: of[0]!.opensOn, closesOn: of[0]!.closesOn, groups };
  });
}

/** The report's figures to compare with, by key. */
export const listBaselines = (db: Db, actor: Actor): Promise<Baseline[]> =>
  db.execute<Baseline & Record<string, unknown>>(sql`
    select key, value, source from reference_figure
     where organisation_id = ${actor.organisationId}
       and key in ('satisfied-acute-repair', 'dissatisfied-exterior-upkeep', 'dissatisfied-rent-collection')
     order by key`);

/** Everyone together. @example sumOf(round.groups).answered */
export const sumOf = (groups: readonly OpinionGroup[]): OpinionGroup => ({
  name: "",
  invited: groups.reduce((sum, { invited }) => sum + invited, 0),
  answered: groups.reduce((sum, { answered }) => sum + answered, 0),
  counts: Object.fromEntries(
    (["acuteRepair", "exteriorUpkeep", "rentCollection"] as const).map((question: Question) => [
      question,
      [0, 1, 2, 3, 4].map((at) => groups.reduce((sum, group) => sum + group.counts[question][at]!, 0)),
    ]),
  ) as unknown as OpinionGroup["counts"],
});
