import type { BuildingPlan } from "#domain/register-import/plan-building.ts";
import type { FollowedFloor } from "#domain/register-import/follow-area.ts";

/** A building that an import changes, and how its floors follow a new area. */
export type ChangedBuilding = Extract<BuildingPlan, { kind: "changed" }> & {
  followed?: FollowedFloor[] | null;
};
