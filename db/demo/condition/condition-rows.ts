import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import type { Defect } from "#domain/condition/defect.ts";
import type { ElementType } from "#domain/condition/element-type.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Condition } from "#domain/portfolio-row.ts";

interface Row {
  id: Id;
  organisationId: Id;
}

/** What the demo knows of its elements, as rows of the tables named by their keys, in an order foreign keys allow. */
export interface ConditionRows {
  elementType: (Pick<ElementType, "code" | "sfb" | "nameDa" | "nameEn" | "unit" | "scope" | "workGroup"> & {
    organisationId: Id;
    sortOrder: number;
  })[];
  assumption: (Row & {
    key: string;
    value: number;
    unit: string;
    source: string;
    owner: string;
    validFrom: Day;
  })[];
  priceList: (Row & {
    name: string;
    source: string;
    priceLevelOn: Day;
    validFrom: Day;
    recordedAt: string;
  })[];
  priceLine: (Row & {
    priceListId: Id;
    code: string;
    elementTypeCode: string;
    purpose: string;
    nameDa: string;
    nameEn: string;
    unit: string;
    unitPriceOre: number;
  })[];
  priceIndex: (Row & { key: string; month: Day; value: number; source: string; recordedAt: string })[];
  targetQuality: (Row & { buildingId: Id; quality: number; source: string; validFrom: Day })[];
  element: (Row & {
    buildingId: Id;
    typeCode: string;
    label: string | null;
    quantity: number;
    renewedYear: number;
    safety: number | null;
    authority: number | null;
    operation: number | null;
    damage: number | null;
    heritage: number | null;
    validFrom: Day;
  })[];
  elementObservation: (Row & { surveyId: Id; buildingId: Id; elementId: Id; condition: Condition })[];
  defect: (Row & Defect & { observationId: Id; description: string })[];
  remedy: (Row & {
    observationId: Id;
    purpose: "upkeep" | "modernisation";
    description: string;
    priceLineId: Id | null;
    ownPriceOre: number | null;
    isLumpSum: boolean;
    shareToRepair: number;
    recommendedYear: number;
  })[];
  work: (Row & {
    number: string;
    buildingId: Id;
    workGroup: string;
    kind: BacklogKind;
    title: string;
    state: "proposed";
    earmark: string | null;
  })[];
  backlogLine: (Row & {
    estimateId: Id;
    buildingId: Id;
    elementId: Id;
    remedyId: Id;
    workId: Id;
    condition: Condition;
    observedOn: Day;
    quantity: number;
    shareToRepair: number;
    unitPriceOre: number;
    indexFactor: number;
    indexMonth: Day | null;
    overheadRate: number;
    amountOre: number;
  })[];
}
