import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { AssumptionForm, ConditionForm } from "#domain/colocation/part-forms.ts";
import type { WholeCaseForm } from "#domain/colocation/whole-case-form.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { setCaseAssumption } from "./change-case-assumption.ts";
import { addCondition } from "./change-conditions.ts";
import { addCasePremises, describeCasePremises } from "./change-premises.ts";
import { copyScenario, placeUnit, setDependency } from "./change-scenarios.ts";
import { addCaseUnit, describeCaseUnit } from "./change-units.ts";
import { createColocationCase } from "./create-case.ts";

/** A step was refused: all of it is. `at` says where, as the sender wrote it. */
class StepRefused extends Error {
  constructor(
    readonly refusal: string,
    readonly at: string,
  ) {
    super(`${at}: ${refusal}`);
  }
}

type Answer = { ok: true; value: { id: Id; number: string } } | { ok: false; refusal: string; at: string };

/**
 * Makes a case with its units, premises, scenarios, conditions and values: all of it or nothing, by the commands a page uses. The
 * same sending again is the case that was made.
 */
export async function createWholeCase(
  db: Db,
  actor: Actor,
  form: WholeCaseForm,
  now: Date,
  sendingKey: string | null = null,
): Promise<Answer> {
  try {
    return await db.transaction(async (tx) => {
      const made = taken(await createColocationCase(tx, actor, form, now, sendingKey), "case");
      if (made.isRepeated) return done({ id: made.id, number: made.number });
      const making = new Making(tx, actor, made.id);
      for (const one of form.premises) await making.takePremises(one);
      for (const one of form.units) await making.takeUnit(one);
      for (const one of form.scenarios) await making.takeScenario(one, made.baseId, now);
      for (const [index, one] of form.conditions.entries()) await making.takeCondition(one, index);
      for (const [index, one] of form.assumptions.entries()) await making.takeAssumption(one, index);
      return done({ id: made.id, number: made.number });
    });
  } catch (error) {
    if (error instanceof StepRefused) return { ...refused(error.refusal), at: error.at };
    throw error;
  }
}

/** A case in the making: what the sender called units and premises, and what they became. */
class Making {
  readonly #units = new Map<string, Id>();
  readonly #premises = new Map<string, Id>();

  constructor(
    private readonly tx: Db,
    private readonly actor: Actor,
    private readonly id: Id,
  ) {}

  async takePremises(one: WholeCaseForm["premises"][number]): Promise<void> {
    const { tx, actor } = this;
    const at = `premises.${one.key}`;
    const made = taken(await addCasePremises(tx, actor, await this.#seen(), one), at);
    this.#premises.set(one.key, made);
    if (!one.whenVacated) return;
    const { whenVacated, exitOn = null, capacity = [] } = one;
    const details = { whenVacated, exitOn, capacity };
    taken(await describeCasePremises(tx, actor, await this.#seen(), made, details), at);
  }

  async takeUnit(one: WholeCaseForm["units"][number]): Promise<void> {
    const { tx, actor } = this;
    const at = `units.${one.unitId}`;
    const made = taken(await addCaseUnit(tx, actor, await this.#seen(), one), at);
    this.#units.set(one.unitId, made);
    const { employees, needs = [], hours = [] } = one;
    taken(await describeCaseUnit(tx, actor, await this.#seen(), made, { employees, needs, hours }), at);
  }

  async takeScenario(one: WholeCaseForm["scenarios"][number], baseId: Id, now: Date): Promise<void> {
    const { tx, actor } = this;
    const at = `scenarios.${one.name}`;
    const copy = taken(
      await copyScenario(tx, actor, await this.#seen(), { id: baseId, name: one.name }, now),
      at,
    );
    for (const placement of one.placements)
      taken(
        await placeUnit(tx, actor, await this.#seen(), copy, { ...placement, ...this.#named(placement, at) }),
        at,
      );
    for (const wait of one.waits) {
      const [unitId, afterUnitId] = [this.#unit(wait.unitId, at), this.#unit(wait.afterUnitId, at)];
      const told = { unitId, afterUnitId, holds: true };
      taken(await setDependency(tx, actor, await this.#seen(), copy, told), at);
    }
  }

  async takeCondition(one: WholeCaseForm["conditions"][number], index: number): Promise<void> {
    const at = `conditions.${index}`;
    const otherUnitId = one.otherUnitId ? this.#unit(one.otherUnitId, at) : null;
    const premisesId = one.premisesId ? this.#house(one.premisesId, at) : null;
    const read = ConditionForm.safeParse({
      ...one,
      unitId: this.#unit(one.unitId, at),
      otherUnitId,
      premisesId,
    });
    if (!read.success) throw new StepRefused(read.error.issues[0]!.message, at);
    taken(await addCondition(this.tx, this.actor, await this.#seen(), read.data), at);
  }

  async takeAssumption(one: WholeCaseForm["assumptions"][number], index: number): Promise<void> {
    const at = `assumptions.${index}`;
    const unitId = one.unitId ? this.#unit(one.unitId, at) : null;
    const premisesId = one.premisesId ? this.#house(one.premisesId, at) : null;
    const read = AssumptionForm.safeParse({ ...one, unitId, premisesId });
    if (!read.success) throw new StepRefused(read.error.issues[0]!.message, at);
    taken(await setCaseAssumption(this.tx, this.actor, await this.#seen(), read.data), at);
  }

  /** Every step makes a newer version. */
  async #seen() {
    const [row] = await this.tx.execute<{ version: number }>(
      sql`select version from colocation_case where id = ${this.id}`,
    );
    return { id: this.id, version: row!.version };
  }

  #named(one: { unitId: string; premisesId: string }, at: string) {
    return { unitId: this.#unit(one.unitId, at), premisesId: this.#house(one.premisesId, at) };
  }

  #unit(given: string, at: string): Id {
    return this.#units.get(given) ?? unknown("noSuchUnit", at);
  }

  #house(given: string, at: string): Id {
    return this.#premises.get(given) ?? unknown("noSuchPremises", at);
  }
}

function taken<Value>(result: Result<Value, string>, at: string): Value {
  if (!result.ok) throw new StepRefused(result.refusal, at);
  return result.value;
}

function unknown(refusal: string, at: string): never {
  throw new StepRefused(refusal, at);
}
