import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import { indexFactor } from "#domain/backlog/price-index.ts";
import { usualOverheadRate } from "#domain/backlog/element-backlog.ts";
import { usualPriceLevelOn } from "#domain/condition/element-type.ts";
import type { Id } from "#domain/id.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import type { DemoBuilding } from "../model.ts";
import type { Random } from "../random.ts";
import type { BacklogEstimateRow, SurveyRow } from "../rows.ts";
import type { Writing } from "../write-places.ts";
import { drawTarget, gradeElements } from "./grade-elements.ts";
import { makeElements, typeOf, type DemoElement } from "./make-elements.ts";
import { shareBacklog } from "./share-backlog.ts";
import { BuildingWriter, type LineBasis } from "./write-building.ts";
import { writeBasics } from "./write-basics.ts";

/**
 * Writes what the owned buildings of today are made of, as their latest survey saw it, and opens every estimate of backlog
 * into lines that reproduce: quantity × share × price × index × overhead, a lump sum for what rounding leaves.
 */
export function writeCondition(random: Random, writing: Writing, buildings: readonly DemoBuilding[]): void {
  const { rows, ids, organisationId, loadDay } = writing;
  writeBasics(rows, ids, organisationId, loadDay);
  const { factor, month } = indexFactor(rows.priceIndex, usualPriceLevelOn, loadDay);
  const basis: LineBasis = { indexFactor: factor, indexMonth: month, overheadRate: usualOverheadRate };
  const estimates = estimatesOfToday(rows.backlogEstimate);
  const surveys = latestSurveys(rows.survey);
  for (const building of buildings) {
    if (building.end !== null) continue;
    const own = estimates.get(building.id) ?? [];
    const whole = building.condition as Condition;
    const target = drawTarget(random, whole);
    const elements = makeElements(random, building, loadDay);
    const oreOf = (kind: BacklogKind) => own.find((estimate) => estimate.kind === kind)?.amountOre ?? 0;
    const backlogOre = { exterior: oreOf("exterior"), interior: oreOf("interior") };
    gradeElements(random, elements, whole, target, backlogOre);
    const lines = own.map((estimate) => ({
      estimate,
      lines: shareBacklog(random, elements, estimate.kind, estimate.amountOre, target, basis, () =>
        lumpElement(elements, estimate.kind, building),
      ),
    }));
    new BuildingWriter(random, writing, building, surveys.get(building.id)!, basis).write(
      target,
      elements,
      lines,
    );
  }
}

/** A building whose elements carry no such backlog gets one for what is small and many, past any target. */
function lumpElement(elements: DemoElement[], kind: BacklogKind, building: DemoBuilding): DemoElement {
  const type = typeOf(kind === "interior" ? "99I" : "99");
  const condition: Condition = kind === "exterior" || kind === "interior" ? 6 : 2;
  const made = { type, quantity: 1, replacementOre: 0, renewedYear: building.builtYear, condition };
  elements.push(made);
  return made;
}

function estimatesOfToday(rows: readonly BacklogEstimateRow[]): Map<Id, BacklogEstimateRow[]> {
  const found = new Map<Id, BacklogEstimateRow[]>();
  for (const row of rows)
    if (row.validTo === null) found.set(row.buildingId, [...(found.get(row.buildingId) ?? []), row]);
  return found;
}

function latestSurveys(rows: readonly SurveyRow[]): Map<Id, SurveyRow> {
  const found = new Map<Id, SurveyRow>();
  for (const row of rows) {
    const before = found.get(row.buildingId);
    if (!before || row.surveyedOn > before.surveyedOn) found.set(row.buildingId, row);
  }
  return found;
}
