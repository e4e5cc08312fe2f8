import { consequenceKinds } from "#domain/backlog/priority-matrix.ts";
import { yearOf, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import { workTitleOf } from "#domain/condition/work-title.ts";
import type { DemoBuilding } from "../model.ts";
import type { Random } from "../random.ts";
import type { BacklogEstimateRow, SurveyRow } from "../rows.ts";
import type { Writing } from "../write-places.ts";
import { drawDefect } from "./draw-defect.ts";
import type { DemoElement } from "./make-elements.ts";
import type { DemoLine, Pricing } from "./share-backlog.ts";

export interface LineBasis extends Pricing {
  indexMonth: Day | null;
}

/** An estimate of the building, and what it consists of. */
export interface EstimateLines {
  estimate: BacklogEstimateRow;
  lines: DemoLine[];
}

/** Writes one building's elements, what its survey saw of them, the lines of its estimates, and the works they make up. */
export class BuildingWriter {
  private readonly works = new Map<string, Id>();
  private readonly seen = new Map<DemoElement, { elementId: Id; observationId: Id }>();

  constructor(
    private readonly random: Random,
    private readonly writing: Writing,
    private readonly building: DemoBuilding,
    private readonly survey: SurveyRow,
    private readonly basis: LineBasis,
  ) {}

  write(target: number, elements: readonly DemoElement[], estimates: readonly EstimateLines[]): void {
    const { rows } = this.writing;
    rows.targetQuality.push({
      ...{ ...this.head(), quality: target, source: "Klassificering (demo)", validFrom: this.building.start },
    });
    for (const element of elements) this.writeElement(element);
    for (const { estimate, lines } of estimates)
      for (const line of lines) this.writeLine(estimate.id, estimate.kind, line);
  }

  private head(): { id: Id; organisationId: Id; buildingId: Id } {
    const { ids, organisationId } = this.writing;
    return { id: ids.next(), organisationId, buildingId: this.building.id };
  }

  private writeElement(element: DemoElement): void {
    const { rows, ids, organisationId } = this.writing;
    const { type, quantity, renewedYear, condition } = element;
    const heads = this.head();
    const grades = Object.fromEntries(
      consequenceKinds.map((kind) => [kind, type.consequences[kind] ?? null]),
    );
    rows.element.push({
      ...{ ...heads, typeCode: type.code, label: null, quantity, renewedYear },
      ...(grades as Record<(typeof consequenceKinds)[number], number | null>),
      validFrom: this.building.start,
    });
    const observation = { ...this.head(), surveyId: this.survey.id, elementId: heads.id, condition };
    rows.elementObservation.push(observation);
    this.seen.set(element, { elementId: heads.id, observationId: observation.id });
    const defect = drawDefect(this.random, type.workGroup, condition);
    if (defect)
      rows.defect.push({ id: ids.next(), organisationId, observationId: observation.id, ...defect });
  }

  private writeLine(estimateId: Id, kind: BacklogKind, line: DemoLine): void {
    const { rows, ids, organisationId, loadDay } = this.writing;
    const { element, price, share, amountOre } = line;
    const { elementId, observationId } = this.seen.get(element)!;
    const soon = kind === "exterior" || kind === "interior";
    const priceLine = price && rows.priceLine.find(({ code }) => code === price.code)!;
    const remedyId = ids.next();
    rows.remedy.push({
      ...{ id: remedyId, organisationId, observationId },
      purpose: kind === "modernisation" ? "modernisation" : "upkeep",
      description: price?.nameDa ?? "Følgearbejder, anslået samlet",
      ...{ priceLineId: priceLine?.id ?? null, ownPriceOre: price ? null : amountOre, isLumpSum: !price },
      ...{ shareToRepair: share, recommendedYear: yearOf(loadDay) + this.random.int(1, soon ? 4 : 9) },
    });
    const { indexFactor, indexMonth, overheadRate } = price
      ? this.basis
      : { indexFactor: 1, indexMonth: null, overheadRate: 0 };
    rows.backlogLine.push({
      ...{ ...this.head(), estimateId, elementId, remedyId, workId: this.workOf(kind, element) },
      ...{ condition: element.condition, observedOn: this.survey.surveyedOn, quantity: element.quantity },
      ...{ shareToRepair: share, unitPriceOre: price?.unitPriceOre ?? amountOre },
      ...{ indexFactor, indexMonth, overheadRate, amountOre },
    });
  }

  private workOf(kind: BacklogKind, { type, condition }: DemoElement): Id {
    const key = `${type.workGroup} ${kind}`;
    const present = this.works.get(key);
    if (present) return present;
    const { rows } = this.writing;
    const { id, organisationId, buildingId } = this.head();
    const isDemanded = condition === 6 && (type.consequences.authority ?? 0) >= 4;
    rows.work.push({
      ...{ id, organisationId, number: `ARB-${String(rows.work.length + 1).padStart(5, "0")}` },
      ...{
        buildingId,
        workGroup: type.workGroup,
        kind,
        title: workTitleOf(type.workGroup),
        state: "proposed",
      },
      earmark: kind === "modernisation" ? "energy" : isDemanded ? "authority" : null,
    });
    this.works.set(key, id);
    return id;
  }
}
