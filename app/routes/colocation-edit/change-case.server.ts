import type { Db } from "#db/client.server.ts";
import { addCondition, removeCondition } from "#db/commands/colocation/change-conditions.ts";
import {
  addCasePremises,
  describeCasePremises,
  removeCasePremises,
} from "#db/commands/colocation/change-premises.ts";
import {
  copyScenario,
  placeUnit,
  removeScenario,
  setDependency,
} from "#db/commands/colocation/change-scenarios.ts";
import { addCaseUnit, removeCaseUnit } from "#db/commands/colocation/change-units.ts";
import type { Actor } from "#domain/actor.ts";
import type { CaseInputs } from "#domain/colocation/case-inputs.ts";
import {
  ConditionForm,
  PlacementForm,
  PremisesDetails,
  PremisesForm,
  ScenarioName,
  UnitForm,
} from "#domain/colocation/part-forms.ts";
import { isId, type Id } from "#domain/id.ts";
import type { Result } from "#domain/result.ts";
import { numberIn } from "#domain/typed-number.ts";

type Typed = Record<string, string>;
type Asking = { db: Db; actor: Actor; inputs: CaseInputs; typed: Typed };
type Answer = { faults: string[]; refusal: string | null; scenarioId?: Id };
interface Read<Value> {
  safeParse: (
    given: unknown,
  ) => { success: true; data: Value } | { success: false; error: { issues: { message: string }[] } };
}

/** Reads what was typed and does it, or says which fields are wrong and which rule said no. */
async function take<Value>(
  form: Read<Value>,
  given: unknown,
  act: (value: Value) => Promise<Result<Id, string>>,
): Promise<Answer & { id?: Id }> {
  const read = form.safeParse(given);
  if (!read.success)
    return { faults: [...new Set(read.error.issues.map(({ message }) => message))], refusal: null };
  const done = await act(read.data);
  return done.ok ? { faults: [], refusal: null, id: done.value } : { faults: [], refusal: done.refusal };
}

/** An id as typed; what is none names nothing there is. */
const idIn = (typed: Typed, field: string): Id =>
  isId(typed[field]) ? typed[field] : "00000000-0000-0000-0000-000000000000";

const gone = async (result: Promise<Result<Id, string>>): Promise<Answer> => {
  const done = await result;
  return { faults: [], refusal: done.ok ? null : done.refusal };
};

/** Where a unit is put and where it is not: `nowhere` takes it from where the scenario has it. */
function place({ db, actor, inputs, typed }: Asking, seen: { id: Id; version: number }): Promise<Answer> {
  const scenario = inputs.scenarios.find(({ id }) => id === typed["scenario"]);
  const now = scenario?.placements.find(
    (one) => one.unitId === typed["unitId"] && one.standing !== "forbidden",
  )?.premisesId;
  const isOut = typed["premisesId"] === "";
  if (isOut && !now) return Promise.resolve({ faults: [], refusal: null });
  const standing = isOut ? "none" : typed["pin"] ? "pinned" : "assigned";
  const given = { ...typed, premisesId: isOut ? now : typed["premisesId"], standing };
  return take(PlacementForm, given, (form) => placeUnit(db, actor, seen, idIn(typed, "scenario"), form));
}

/** A condition as typed: whom or where it speaks of is one field, and its price is in kroner. */
function condition({ db, actor, typed }: Asking, seen: { id: Id; version: number }): Promise<Answer> {
  const isOfUnits = typed["kind"] === "apart" || typed["kind"] === "together";
  const kr = numberIn(typed["price"] ?? "");
  const given = {
    ...{ unitId: typed["unitId"], strength: typed["strength"], kind: typed["kind"], words: typed["words"] },
    otherUnitId: isOfUnits ? typed["target"] || null : null,
    premisesId: isOfUnits ? null : typed["target"] || null,
    distanceMeters: typed["meters"] || null,
    yearlyPriceOre: kr === null ? null : Math.round(kr * 100),
  };
  return take(ConditionForm, given, (form) => addCondition(db, actor, seen, form));
}

/** Whom a unit waits for in a scenario, or that it does not any more. */
function wait({ db, actor, typed }: Asking, seen: { id: Id; version: number }): Promise<Answer> {
  const [unitId, afterUnitId] = [idIn(typed, "unitId"), idIn(typed, "afterUnitId")];
  if (unitId === afterUnitId) return Promise.resolve({ faults: ["waitsForItself"], refusal: null });
  const told = { unitId, afterUnitId, holds: typed["holds"] === "1" };
  return gone(setDependency(db, actor, seen, idIn(typed, "scenario"), told));
}

const changes: Record<string, (asking: Asking, seen: { id: Id; version: number }) => Promise<Answer>> = {
  place,
  condition,
  wait,
  addUnit: ({ db, actor, typed }, seen) =>
    take(UnitForm, typed, (form) => addCaseUnit(db, actor, seen, form)),
  removeUnit: ({ db, actor, typed }, seen) => gone(removeCaseUnit(db, actor, seen, idIn(typed, "id"))),
  addPremises: ({ db, actor, typed }, seen) =>
    take(PremisesForm, { ...typed, contractId: typed["contractId"] || null }, (form) =>
      addCasePremises(db, actor, seen, form),
    ),
  describePremises: ({ db, actor, inputs, typed }, seen) => {
    const { capacity = [] } = inputs.premises.find(({ id }) => id === typed["id"]) ?? {};
    return take(PremisesDetails, { ...typed, capacity }, (form) =>
      describeCasePremises(db, actor, seen, idIn(typed, "id"), form),
    );
  },
  removePremises: ({ db, actor, typed }, seen) =>
    gone(removeCasePremises(db, actor, seen, idIn(typed, "id"))),
  removeCondition: ({ db, actor, typed }, seen) => gone(removeCondition(db, actor, seen, idIn(typed, "id"))),
  copy: async ({ db, actor, typed }, seen) => {
    const { id, ...answer } = await take(ScenarioName, typed["name"], (name) =>
      copyScenario(db, actor, seen, { id: idIn(typed, "scenario"), name }, new Date()),
    );
    return { ...answer, scenarioId: id };
  },
  removeScenario: async ({ db, actor, inputs, typed }, seen) => ({
    ...(await gone(removeScenario(db, actor, seen, idIn(typed, "scenario")))),
    scenarioId: inputs.scenarios[0]!.id,
  }),
};

/** Does what a form of the page asks for. */
export async function changeCase(asking: Asking): Promise<Answer> {
  const { inputs, typed } = asking;
  const change = Object.hasOwn(changes, typed["intent"] ?? "") ? changes[typed["intent"]!] : null;
  if (!change) return { faults: [], refusal: "form" };
  return change(asking, { id: inputs.case.id, version: Number(typed["version"]) });
}
