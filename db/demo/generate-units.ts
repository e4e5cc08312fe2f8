import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { UseGroup } from "#domain/portfolio-row.ts";
import type { DemoIds } from "./demo-ids.ts";
import { fictionMark, type DemoNames } from "./names.ts";
import type { Random } from "./random.ts";
import type { AdministrationRow, UnitRow } from "./rows.ts";
import { registerStart } from "./targets.ts";
import { administrations, unitKinds, type UnitKind } from "./unit-kinds.ts";

/** A unit with what the generator must know of it beyond its row. */
export interface DemoUnit {
  row: UnitRow;
  /** Its name without the mark, for naming its buildings. */
  bareName: string;
  kind: UnitKind;
}

export interface DemoUnits {
  administrations: AdministrationRow[];
  units: DemoUnit[];
}

/** Invents the units of the seven administrations, some 600 in all. They stay for good; what moves is where they are. */
export function generateUnits(random: Random, ids: DemoIds, names: DemoNames, organisationId: Id): DemoUnits {
  const administrationRows = administrations.map(([code, name]) => ({
    id: ids.next(),
    organisationId,
    code,
    name,
  }));
  const idOf = (code: string) => administrationRows.find((row) => row.code === code)!.id;
  let number = 0;
  const units = unitKinds.flatMap((kind) =>
    Array.from({ length: kind.count }, (_, index): DemoUnit => {
      const bareName = random.pick(kind.names)(names.next());
      const row: UnitRow = {
        id: ids.next(),
        organisationId,
        administrationId: idOf(kind.administration),
        code: `${kind.administration}-${String(++number).padStart(4, "0")}`,
        name: `${bareName} ${fictionMark}`,
        kind: kind.kind,
        isProtected: index < (kind.protectedCount ?? 0),
        validFrom: registerStart satisfies Day,
        validTo: null,
      };
      return { row, bareName, kind };
    }),
  );
  return { administrations: administrationRows, units };
}

/** Hands out units to premises: everyone who can use a group once, then again by chance (a second address). */
export class UnitPool {
  readonly #waiting = new Map<UseGroup, DemoUnit[]>();
  readonly #housed = new Set<DemoUnit>();

  constructor(
    private readonly random: Random,
    private readonly units: DemoUnit[],
  ) {
    const queue = random.shuffled(units);
    for (const unit of queue)
      for (const group of unit.kind.groups)
        this.#waiting.set(group, [...(this.#waiting.get(group) ?? []), unit]);
  }

  /** A unit for premises of a group; one that has no place yet comes first. */
  forGroup(group: UseGroup): DemoUnit {
    const waiting = this.#waiting.get(group) ?? [];
    for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
      if (this.#housed.has(unit)) continue;
      this.#housed.add(unit);
      return unit;
    }
    return this.another(group);
  }

  /** Any unit that uses such premises. */
  another(group: UseGroup): DemoUnit {
    return this.random.pick(this.units.filter((unit) => unit.kind.groups.includes(group)));
  }

  /** A unit for premises rented from others: those that often rent come up often. */
  forRented(group: UseGroup): DemoUnit {
    const fitting = this.units.filter((unit) => unit.kind.groups.includes(group));
    return this.random.weighted(fitting.map((unit) => [unit, unit.kind.rented + 0.2] as const));
  }
}
