import { planAround } from "#app/server/plan-around.ts";
import type { BuildingFacts } from "#db/queries/building/get-building.ts";
import { getBuilding } from "#db/queries/building/get-building.ts";
import { listBuildingLeases } from "#db/queries/building/list-building-leases.ts";
import { listFloors } from "#db/queries/building/list-floors.ts";
import { listHistory } from "#db/queries/building/list-history.ts";
import { listMaintenanceReceived } from "#db/queries/building/list-maintenance-received.ts";
import { listOccupations } from "#db/queries/building/list-occupations.ts";
import { listUpkeep } from "#db/queries/building/list-upkeep.ts";
import { getAssumptions } from "#db/queries/condition/get-assumptions.ts";
import { listChanges } from "#db/queries/audit.ts";
import type { Db } from "#db/client.server.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { codeNameOf } from "#domain/building-codes.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { surveyAgeing, surveyAgeOf, type SurveyAge } from "#domain/survey-age.ts";

const changesShown = 10;

/** Everything the page of a building shows, on one day; null where the actor may not know of it that day. */
export async function loadBuilding(db: Db, actor: Actor, id: Id, on: Day) {
  const facts = await getBuilding(db, actor, id, on);
  if (!facts) return null;
  const [assumptions, floors, leases, occupations, upkeep, received, history, changes, plan] =
    await Promise.all([
      getAssumptions(db, actor.organisationId, on),
      listFloors(db, actor, id, on),
      listBuildingLeases(db, actor, id, on),
      listOccupations(db, actor, id, on),
      listUpkeep(db, actor, id, on),
      listMaintenanceReceived(db, actor, id, on),
      listHistory(db, actor, id, on),
      mayReadChanges(actor)
        ? listChanges(db, actor, { entity: "building", entityId: id, after: null, limit: changesShown })
        : null,
      planAround(db, actor, facts, on),
    ]);
  const { footprint: _, ...building } = facts;
  const ageOf = (surveyedOn: Day | null): SurveyAge | null =>
    surveyAgeOf(surveyedOn, on, surveyAgeing(assumptions));
  return {
    building,
    codes: codesOf(facts),
    ages: {
      building: ageOf(facts.surveyedOn),
      newestSurvey: ageOf(upkeep.surveys[0]?.surveyedOn ?? null),
    },
    floors,
    leases,
    occupations,
    upkeep,
    received,
    history,
    changes,
    plan,
  };
}

export type BuildingPage = NonNullable<Awaited<ReturnType<typeof loadBuilding>>>;

const mayReadChanges = (actor: Actor) => may(actor, "audit", "read");

/** The names behind the codes, looked up here so that the lists stay on the server. */
const codesOf = (facts: BuildingFacts) => ({
  walls: codeNameOf("walls", facts.wallCode),
  roof: codeNameOf("roofs", facts.roofCode),
  heating: codeNameOf("heatings", facts.heatingCode),
  heatingMedium: codeNameOf("heatingMedia", facts.heatingMediumCode),
  preservation: codeNameOf("listings", facts.preservationCode),
});
