import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import type { Intensity, Severity } from "#domain/condition/defect.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import type { ElementBasis, TypeBasis } from "./get-element-basis.ts";
import { standingElements } from "./standing-elements.ts";

/** An element as it stands on a day: how it was seen and when, what ageing has made of it, and what it needs. */
export interface StandingElement {
  id: Id;
  type: Pick<TypeBasis, "code" | "sfb" | "nameDa" | "nameEn" | "unit" | "scope" | "lifeYears">;
  label: string | null;
  quantity: number;
  renewedYear: number | null;
  consequence: number;
  condition: Condition | null;
  /** What a survey wrote where it gave no number. */
  grade: string | null;
  observedOn: Day | null;
  /** Between 1 and 6, not rounded. */
  estimate: number | null;
  estimatedClass: Condition | null;
  /** What replacing it costs, øre of the day. */
  replacementOre: number;
  defects: { description: string; severity: Severity; intensity: Intensity; extent: number }[];
  lines: { kind: BacklogKind; remedy: string; amountOre: number; recommendedYear: number | null }[];
}

type Row = Omit<StandingElement, "type"> & { typeCode: string };

/** The elements of a building on the basis' day, in the order of their kinds. The caller has made sure it may be seen. */
export async function listElements(
  db: Db,
  actor: Actor,
  buildingId: Id,
  basis: ElementBasis,
): Promise<StandingElement[]> {
  const { on } = basis;
  const found = sql`select ${buildingId}::uuid`;
  const rows = await db.execute<Row & Record<string, unknown>>(sql`
    select x.element_id as id, x.type_code as "typeCode", x.label, x.quantity::float8 as quantity,
           x.renewed_year as "renewedYear", x.consequence, x.condition, x.grade, x.observed_on::text as "observedOn",
           x.estimate, x.estimated_class as "estimatedClass", x.crv_ore::float8 as "replacementOre",
           (select coalesce(json_agg(json_build_object('description', d.description, 'severity', d.severity,
                     'intensity', d.intensity, 'extent', d.extent) order by d.extent desc, d.id), '[]')
              from defect d where d.observation_id = x.observation_id) as defects,
           (select coalesce(json_agg(json_build_object('kind', b.kind, 'remedy', m.description,
                     'amountOre', l.amount_ore, 'recommendedYear', m.recommended_year) order by b.kind, l.id), '[]')
              from backlog_line l join backlog_estimate b on b.id = l.estimate_id and b.valid_from <= ${on}::date
               and (b.valid_to is null or b.valid_to > ${on}::date)
              join remedy m on m.id = l.remedy_id
             where l.element_id = x.element_id and l.building_id = ${buildingId}
               and l.organisation_id = ${actor.organisationId}) as lines
      from ${standingElements(basis, found)} x`);
  const order = new Map(basis.types.map((type, index) => [type.code, index]));
  return rows
    .map(({ typeCode, ...row }) => ({ ...row, type: basis.types[order.get(typeCode)!]! }))
    .sort((a, b) => order.get(a.type.code)! - order.get(b.type.code)! || a.id.localeCompare(b.id));
}
