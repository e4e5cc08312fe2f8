import type { account, accountGrant, teamMember } from "#db/schema/index.ts";
import { addYears, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { DemoIds } from "../demo-ids.ts";
import { fictionMark } from "../names.ts";
import type { DemoCaseFacts, DemoCaseUnit } from "./case-facts.ts";
import { demoCaseYears } from "./draw-cases.ts";
import type { Author } from "./order-walk.ts";

export interface PeopleRows {
  account: (typeof account.$inferInsert)[];
  accountGrant: (typeof accountGrant.$inferInsert)[];
  teamMember: (typeof teamMember.$inferInsert)[];
}

/** Everyone who has a hand in the demo's cases. Nobody but the demo's own accounts can sign in. */
export interface DemoCast {
  rows: PeopleRows;
  /** The leaders that have an account, by unit. */
  leaderOf: Map<Id, Author>;
  /** Who works in a team. */
  workersOf: Map<Id, Author[]>;
}

/** How many work in a team of the demo besides the demo's craftsman. */
const workersIn: Record<string, number> = { SD: 2, "KEJD-BYG": 3, "KEJD-INST": 2, "KEJD-UDE": 2 };
/** One ordinary unit in so many has a leader with an account. */
const everyUnit = 3;

/** Makes workers for every team and leaders for every third unit: roles with a number, no persons. */
export function makePeople(facts: DemoCaseFacts, ids: DemoIds, loadDay: Day): DemoCast {
  const validFrom = addYears(loadDay, -demoCaseYears);
  const rows: PeopleRows = { account: [], accountGrant: [], teamMember: [] };
  const add = (name: string, email: string, role: "leader" | "craftsman", unitIds: Id[]): Author => {
    const id = ids.next();
    const { organisationId, passwordHash } = facts;
    const createdAt = new Date(`${validFrom}T06:00:00Z`);
    rows.account.push({ id, organisationId, email, name, passwordHash, isDemo: true, createdAt });
    rows.accountGrant.push({
      ...{ id: ids.next(), organisationId, accountId: id, deputyAccountId: null, role },
      ...{ administrationIds: [], unitIds, validFrom, validTo: null },
    });
    return { accountId: id, name };
  };
  const workersOf = new Map(
    facts.teams.map((team) => [
      team.id,
      Array.from({ length: workersIn[team.code] ?? 1 }, (_, index) => {
        const trade = team.kind === "landlord" ? "Håndværker" : "Medarbejder";
        const name = `${trade} ${index + 1} ${fictionMark}`;
        const author = add(name, `${asciiOf(team.code)}-${index + 1}@demo.example`, "craftsman", []);
        const member = {
          teamId: team.id,
          accountId: author.accountId!,
          organisationId: facts.organisationId,
        };
        rows.teamMember.push({ ...member, validFrom, validTo: null });
        return author;
      }),
    ]),
  );
  const installers = facts.teams.find(({ code }) => code === "KEJD-INST");
  if (installers && facts.people.craftsman) {
    const craftsman = { accountId: facts.people.craftsman, name: "Håndværker (demo)" };
    workersOf.get(installers.id)?.unshift(craftsman);
  }
  const leaderOf = new Map<Id, Author>();
  for (const unit of facts.units.filter((one, index) => isLed(facts, one, index)))
    leaderOf.set(
      unit.id,
      add(`Leder, ${unit.name}`, `leder-${asciiOf(unit.code)}@demo.example`, "leader", [unit.id]),
    );
  const leader = facts.people.leader && { accountId: facts.people.leader, name: "Institutionsleder (demo)" };
  if (leader) for (const id of facts.leadersUnitIds) leaderOf.set(id, leader);
  return { rows, leaderOf, workersOf };
}

const isLed = (facts: DemoCaseFacts, unit: DemoCaseUnit, index: number): boolean =>
  index % everyUnit === 0 &&
  !unit.isProtected &&
  unit.premises.length > 0 &&
  !facts.leadersUnitIds.includes(unit.id);

const asciiOf = (code: string): string => code.toLowerCase().replaceAll("ø", "oe");
