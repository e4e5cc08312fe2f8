import type { FieldChanges } from "./compare-building.ts";
import type { FollowedFloor } from "./follow-area.ts";
import {
  countIgnored,
  countNotes,
  countRefusal,
  type ImportChange,
  type ImportReport,
} from "./import-report.ts";
import type { BuildingPlan } from "./plan-building.ts";
import type { Note } from "./reasons.ts";

type Planned = BuildingPlan & { followed?: FollowedFloor[] | null };

/** Counts what a batch of rows would do, and tells of each changed building. */
export function tallyPlans(
  report: ImportReport,
  plans: Planned[],
  onChange?: (change: ImportChange) => void,
): void {
  for (const plan of plans) {
    if (plan.kind === "refused") countRefusal(report, plan.refusal);
    else if (plan.kind === "ignored") countIgnored(report, plan.reason);
    else report.counts[plan.kind] += 1;
    if (plan.kind !== "changed") continue;
    const notes = areaNotes(plan);
    countNotes(report, notes);
    const { record, match } = plan;
    onChange?.({ row: record.row, name: match.name, key: match.bbrId, changes: changesOf(plan), notes });
  }
}

const areaNotes = ({ followed }: Planned): Note[] =>
  followed === undefined ? [] : [followed ? "heldAreaFollowed" : "heldAreaLeft"];

/** All that a plan changes of a building, in one record: what the audit keeps and the dry run shows. */
export function changesOf(plan: Extract<Planned, { kind: "changed" }>): FieldChanges {
  const { facts, position, footprint } = plan.difference;
  const held = plan.followed
    ? { heldAreaM2: { from: plan.match.version!.heldAreaM2, to: facts.grossAreaM2!.to } }
    : {};
  return {
    ...facts,
    ...held,
    ...(position ? { position } : {}),
    ...(footprint ? { footprint } : {}),
  } as FieldChanges;
}
