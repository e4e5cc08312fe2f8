import { instantAt } from "#domain/calendar/danish-time.ts";
import { DemoIds } from "../demo-ids.ts";
import { Random } from "../random.ts";
import type { DemoCaseFacts, DemoCaseOptions, DemoCaseUnit } from "./case-facts.ts";
import { emptyCaseRows, type DemoCaseRows } from "./case-rows.ts";
import { CaseWriter, type Override, type Teller } from "./case-writer.ts";
import { makePeople } from "./demo-people.ts";
import { drawCases, type DrawnCase } from "./draw-cases.ts";
import { leadersOpenCases, leadersOrders, leadersPast, leadersPlans, leadersTurn } from "./leaders-cases.ts";
import { tellDuplicate } from "./tell-duplicate.ts";
import { tellStory } from "./tell-story.ts";
import { readTold, type ToldCase } from "./told-case.ts";
import { approvalsToGive, craftsmansDay } from "./workers-cases.ts";
import { writeCodes, writeSurvey, writeTrades } from "./write-neighbours.ts";
import { writeRecurring } from "./write-recurring.ts";

interface Sent extends Override {
  drawn: DrawnCase;
  tell: Teller | null;
  followers: ToldCase["followers"];
}

/**
 * Makes three years of cases in memory, up to the midnight before the load day: pure, so the same facts, seed and load
 * day give the same rows. Who acts, by when and what a step changes is decided by the rules that decide it for people.
 */
export function generateCases(facts: DemoCaseFacts, options: DemoCaseOptions): DemoCaseRows {
  const random = new Random(`ejendomsportalen/cases/${options.seed}/${options.loadDay}`);
  const ids = new DemoIds(random.stream("ids"), options.loadDay);
  const cast = makePeople(facts, ids, options.loadDay);
  const rows = emptyCaseRows(cast.rows);
  const until = instantAt({ day: options.loadDay, minute: 0 });
  const writer = new CaseWriter(random.stream("cases"), ids, facts, cast, rows, until);
  const stories = random.stream("stories");
  const drawn = drawCases(random.stream("drawn"), facts, options).map((one): Sent => ({
    drawn: one,
    tell: null,
    followers: [],
  }));
  const sent = [...drawn, ...toldCases(facts, options)].sort(
    (a, b) => a.drawn.at.getTime() - b.drawn.at.getTime(),
  );
  for (const { drawn: one, tell, followers = [], ...override } of sent) {
    const same = tell ? null : tellDuplicate(stories, writer, one);
    const chance: Teller = (walk, people, fault) => tellStory(stories, walk, people, fault);
    const caseId = writer.write(one, tell ?? same ?? chance, override);
    for (const who of followers) {
      const accountId = facts.people[who];
      if (accountId) writer.follow(caseId, accountId, one.at);
    }
  }
  writeRecurring(random.stream("recurring"), ids, facts, rows, options);
  writeCodes(random.stream("codes"), ids, facts, rows, options);
  writeTrades(random.stream("trades"), ids, facts, cast, rows, options);
  writeSurvey(random.stream("survey"), ids, facts, cast, rows, options);
  return rows;
}

/** What is always there: the leader's place, the craftsman's day, and what waits for a yes. Without the catalogue none of it. */
function toldCases(facts: DemoCaseFacts, { loadDay }: DemoCaseOptions): Sent[] {
  const [first, second = first] = facts.leadersUnitIds.map((id) =>
    facts.units.find((unit) => unit.id === id),
  );
  if (!first || !second || facts.services.length === 0) return [];
  const { people } = facts;
  const deputy = people.deputy ? { accountId: people.deputy, name: "Stedfortræder (demo)" } : undefined;
  const craftsman = people.craftsman ? { accountId: people.craftsman, name: "Håndværker (demo)" } : undefined;
  const others = facts.units.filter(
    (unit) => unit.administrationId === first.administrationId && isPlain(unit, facts),
  );
  const told = [
    ...leadersOpenCases(first, { deputy, craftsman }),
    ...leadersOrders(first, { deputy }),
    ...leadersTurn(first, { craftsman }),
    ...leadersPlans(first, second, loadDay),
    ...leadersPast(first, second),
    ...(craftsman ? craftsmansDay(every(others, 7), craftsman) : []),
    ...approvalsToGive(every(others, 11)),
  ];
  return told.map((one) => {
    const { rating, askedBy, worker, followers } = one;
    return { ...readTold(one, loadDay), rating, askedBy, worker, followers };
  });
}

const isPlain = (unit: DemoCaseUnit, { leadersUnitIds }: DemoCaseFacts): boolean =>
  !unit.isProtected &&
  !leadersUnitIds.includes(unit.id) &&
  unit.premises.length > 0 &&
  unit.premises.every(({ tenure }) => tenure === "own");

const every = <T>(all: readonly T[], step: number): T[] =>
  all.filter((_, index) => index % step === step - 1);
