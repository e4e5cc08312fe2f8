import { sql, type SQL } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { backlogKindOf, remedyOre } from "#domain/backlog/backlog-line.ts";
import { aggregateCondition } from "#domain/condition/aggregate-condition.ts";
import type { Defect } from "#domain/condition/defect.ts";
import { elementCondition } from "#domain/condition/element-condition.ts";
import type { TargetQuality } from "#domain/condition/target-quality.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import { openDatabase, type Db } from "#db/client.server.ts";
import { startDemoDatabase } from "../helpers/demo-database.ts";
import { loadDay } from "../helpers/demo-template.ts";

let db: Db;
beforeAll(async () => {
  const started = await startDemoDatabase();
  const open = openDatabase(started.address, { poolSize: 2 });
  db = open.db;
  return async () => {
    await open.close();
    await started.stop();
  };
});

const rowsOf = async <Row>(statement: SQL): Promise<Row[]> =>
  (await db.execute<Row & Record<string, unknown>>(statement)) as unknown as Row[];

describe("the demo's elements", () => {
  test("every estimate of today is the sum of its lines, to the øre", async () => {
    const unequal = await rowsOf(sql`
      select e.id from backlog_estimate e left join backlog_line l on l.estimate_id = e.id
       where e.valid_to is null group by e.id, e.amount_ore
      having e.amount_ore <> coalesce(sum(l.amount_ore), 0)`);
    expect(unequal).toEqual([]);
    const sums = await rowsOf<{ kind: string; ore: number }>(sql`
      select e.kind, sum(l.amount_ore)::float8 as ore from backlog_line l join backlog_estimate e on e.id = l.estimate_id
       group by 1 order by 1`);
    expect(Object.fromEntries(sums.map(({ kind, ore }) => [kind, ore]))).toEqual({
      exterior: 254_000_000_000,
      interior: 126_000_000_000,
      modernisation: 200_000_000_000,
      tenYearNeed: 170_000_000_000,
    });
  });

  test("every line reproduces its amount and its kind from what the survey says", async () => {
    const lines = await rowsOf<Line>(sql`
      select k.kind, l.quantity::float8, l.share_to_repair::float8 as "shareToRepair", l.index_factor::float8 as "indexFactor",
             l.unit_price_ore::float8 as "unitPriceOre", l.overhead_rate::float8 as "overheadRate",
             l.amount_ore::float8 as "amountOre", l.condition, r.purpose, r.recommended_year as "recommendedYear",
             r.is_lump_sum as "isLumpSum", t.scope, q.quality, o.condition as observed
        from backlog_line l join backlog_estimate k on k.id = l.estimate_id join remedy r on r.id = l.remedy_id
        join element_observation o on o.id = r.observation_id and o.element_id = l.element_id
        join element e on e.id = l.element_id
        join element_type t on t.organisation_id = e.organisation_id and t.code = e.type_code
        join target_quality q on q.building_id = l.building_id`);
    expect(lines.length).toBeGreaterThan(20_000);
    const wrong = lines.filter(
      (line) =>
        remedyOre(line.quantity, line, line.overheadRate) !== line.amountOre ||
        line.condition !== line.observed ||
        backlogKindOf(line, line, line.quality, loadDay, 10) !== line.kind,
    );
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test("an element's condition follows from its defects, and a building's from its elements", async () => {
    const elements = await rowsOf<Graded>(sql`
      select o.building_id as "buildingId", o.condition, s.condition as whole,
             (e.quantity * coalesce(p.unit_price_ore, 0))::float8 as weight,
             coalesce(json_agg(json_build_object('severity', d.severity, 'intensity', d.intensity, 'extent', d.extent))
                      filter (where d.id is not null), '[]') as defects
        from element_observation o join survey s on s.id = o.survey_id join element e on e.id = o.element_id
        left join price_line p on p.element_type_code = e.type_code and p.purpose = 'replace'
        left join defect d on d.observation_id = o.id
       group by o.id, s.id, e.id, p.id`);
    expect(elements.filter(({ defects, condition }) => elementCondition(defects) !== condition)).toEqual([]);
    const buildings = new Map<string, Graded[]>();
    for (const one of elements)
      buildings.set(one.buildingId, [...(buildings.get(one.buildingId) ?? []), one]);
    expect(buildings.size).toBe(2_000);
    const wrong = [...buildings.values()].filter((own) => aggregateCondition(own) !== own[0]!.whole);
    expect(wrong).toEqual([]);
  });
});

interface Line {
  kind: string;
  quantity: number;
  shareToRepair: number;
  indexFactor: number;
  unitPriceOre: number;
  overheadRate: number;
  amountOre: number;
  condition: Condition;
  observed: Condition;
  purpose: "upkeep" | "modernisation";
  recommendedYear: number;
  isLumpSum: boolean;
  scope: "exterior" | "interior";
  quality: TargetQuality;
}

interface Graded {
  buildingId: string;
  condition: Condition;
  whole: Condition;
  weight: number;
  defects: Defect[];
}
