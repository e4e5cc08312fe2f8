import { danishTimeAt, instantAt } from "#domain/calendar/danish-time.ts";
import { nextWorkingDay, workingDayFrom } from "#domain/calendar/working-calendar.ts";
import { addWorkingMinutes } from "#domain/calendar/working-time.ts";
import { yearOf, type Day } from "#domain/day.ts";
import type { Random } from "../random.ts";
import type { FaultKind } from "./need-kinds.ts";
import type { Author, OrderWalk } from "./order-walk.ts";
import {
  answers,
  backlogReasons,
  declines,
  parts,
  questions,
  rejections,
  reopenings,
} from "./story-words.ts";

/** Everyone who has a hand in an order. */
export interface Cast {
  asker: Author;
  dispatcher: Author;
  worker: Author;
  approver: Author;
}

export const portal: Author = { accountId: null, name: "Portalen" };

const hour = 60;
/** How many working minutes the first answer takes by priority, and how many working days until someone comes. */
const pace = {
  1: { answer: 25, days: [0, 0] },
  2: { answer: 85, days: [0, 1] },
  3: { answer: 190, days: [2, 10] },
  4: { answer: 700, days: [6, 30] },
} as const;

/** What happened to one order, as chance has it, up to the day the demo was loaded. */
export function tellStory(random: Random, walk: OrderWalk, cast: Cast, fault: FaultKind | null): void {
  const { planned } = walk;
  if (planned.approver && !decide(random, walk, cast)) return;
  if (isLargeWork(random, walk, fault) && !askLandlord(random, walk, cast)) return;
  const fate = random.next();
  const declineShare =
    planned.executor === "externalLandlord" ? 0.35 : planned.executor === "unit" ? 0.3 : 0.03;
  const backlogShare = declineShare + backlogShareOf(walk, fault);
  const isAssessed = fate < backlogShare || random.chance(0.4);
  if (
    isAssessed &&
    walk.facts.state === "received" &&
    !walk.take("assess", answerAt(random, walk), cast.dispatcher)
  )
    return;
  if (fate < declineShare) decline(random, walk, cast);
  else if (fate < backlogShare) putOff(random, walk, cast);
  else work(random, walk, cast);
}

const isLargeWork = (random: Random, { planned }: OrderWalk, fault: FaultKind | null): boolean =>
  fault !== null &&
  fault.worn >= 2 &&
  planned.payer === "landlord" &&
  planned.priority > 1 &&
  random.chance(0.06);

/** A repair that costs more than repairs do waits for the landlord's yes. */
function askLandlord(random: Random, walk: OrderWalk, { dispatcher, ...cast }: Cast): boolean {
  const amountOre = random.int(36, 190) * 1_000_00;
  const payload = { approver: "landlord", amountOre };
  if (!walk.take("askApproval", answerAt(random, walk), dispatcher, { payload })) return false;
  return decide(random, walk, {
    ...cast,
    dispatcher,
    approver: { accountId: null, name: "KEjd, økonomi (fiktiv)" },
  });
}

function backlogShareOf({ planned }: OrderWalk, fault: FaultKind | null): number {
  const isLarge = fault !== null && fault.worn >= 2 && planned.item.cause === "wear";
  return isLarge && planned.executor === "landlord" && planned.priority > 1 ? 0.13 : 0;
}

/** The first answer: mostly well within what is promised, now and then far too late. P1 is answered day and night. */
function answerAt(random: Random, { planned, lastAt }: OrderWalk): Date {
  const minutes = random.lognormal(pace[planned.priority].answer, 0.75);
  if (planned.priority === 1) return new Date(lastAt.getTime() + Math.round(minutes) * 60_000);
  return addWorkingMinutes(lastAt, Math.round(minutes));
}

const later = (random: Random, { lastAt }: OrderWalk, least: number, most: number): Date =>
  addWorkingMinutes(lastAt, random.int(least, most));

function decide(random: Random, walk: OrderWalk, { approver }: Cast): boolean {
  const at = later(random, walk, 1 * hour, 26 * hour);
  if (random.chance(0.06)) {
    walk.take("reject", at, approver, { reason: random.pick(rejections) });
    return false;
  }
  return walk.take("approve", at, approver);
}

function decline(random: Random, walk: OrderWalk, { dispatcher }: Cast): void {
  const { executor } = walk.planned;
  const key = executor === "externalLandlord" || executor === "unit" ? executor : "other";
  const [reason, nextOwner] = random.pick<readonly [string, string]>(declines[key]);
  walk.take("decline", later(random, walk, 15, 6 * hour), dispatcher, { reason, payload: { nextOwner } });
}

function putOff(random: Random, walk: OrderWalk, { dispatcher }: Cast): void {
  const at = later(random, walk, hour, 24 * hour);
  const year =
    yearOf(danishTimeAt(at).day) +
    random.weighted([
      [1, 4],
      [2, 3],
      [3, 2],
      [4, 1],
    ] as const);
  walk.take("planInBacklog", at, dispatcher, { reason: random.pick(backlogReasons), payload: { year } });
}

function work(random: Random, walk: OrderWalk, cast: Cast): void {
  if (!ask(random, walk, cast)) return;
  if (!carryOut(random, walk, cast)) return;
  if (random.chance(0.052)) {
    const reason = random.pick(reopenings);
    if (!walk.take("reopen", later(random, walk, hour, 30 * hour), cast.asker, { reason })) return;
    if (!carryOut(random, walk, cast)) return;
  }
  if (random.chance(0.38)) {
    if (!walk.take("confirm", later(random, walk, 20, 30 * hour), cast.asker)) return;
    walk.take("close", new Date(walk.lastAt.getTime() + 60_000), portal);
  } else walk.take("close", addWorkingMinutes(walk.lastAt, 10 * 8 * hour), portal);
}

function ask(random: Random, walk: OrderWalk, { dispatcher, asker }: Cast): boolean {
  if (walk.planned.priority === 1 || !random.chance(0.08)) return true;
  const at = walk.steps.length === 0 ? answerAt(random, walk) : later(random, walk, 20, 4 * hour);
  if (!walk.take("askCustomer", at, dispatcher, { reason: random.pick(questions) })) return false;
  const answered = later(random, walk, 30, 44 * hour);
  return walk.take("customerAnswered", answered, asker, { reason: random.pick(answers) });
}

/** From planned to done: with a day first unless it burns, now and then a break or a part that is missing. */
function carryOut(random: Random, walk: OrderWalk, { dispatcher, worker }: Cast): boolean {
  const { priority, normMinutes } = walk.planned;
  if (priority === 1) {
    if (!walk.take("start", answerAt(random, walk), worker)) return false;
    const minutes = Math.round(random.lognormal(110, 0.45));
    const at = new Date(walk.lastAt.getTime() + minutes * 60_000);
    return walk.take("finish", at, worker, {
      payload: { outcome: random.chance(0.35) ? "madeSafe" : "fixed" },
    });
  }
  const plannedAt = walk.steps.length === 0 ? answerAt(random, walk) : later(random, walk, 5, 5 * hour);
  const plannedOn = dayAfter(random, danishTimeAt(plannedAt).day, pace[priority].days);
  if (!walk.take("plan", plannedAt, dispatcher, { payload: { plannedOn } })) return false;
  if (!walk.take("start", arriveOn(random, walk, plannedOn), worker)) return false;
  if (!interrupt(random, walk, worker)) return false;
  const minutes = Math.round(Math.max(10, normMinutes * random.lognormal(1, 0.35)));
  return walk.take("finish", sameDay(walk.lastAt, minutes), worker);
}

/** So many minutes later, but home by four: what takes longer is done by several at once. */
function sameDay(from: Date, minutes: number): Date {
  const left = Math.max(15, 16 * hour - danishTimeAt(from).minute);
  return new Date(from.getTime() + Math.round(Math.min(minutes, left) * 60_000));
}

function interrupt(random: Random, walk: OrderWalk, worker: Author): boolean {
  const chance = random.next();
  if (chance > 0.13) return true;
  const looked = sameDay(walk.lastAt, random.int(10, 40));
  if (chance > 0.09) {
    if (!walk.take("pause", looked, worker)) return false;
    return walk.take("start", arriveOn(random, walk, nextWorkingDay(danishTimeAt(looked).day)), worker);
  }
  if (!walk.take("waitForPart", looked, worker, { reason: random.pick(parts) })) return false;
  if (!walk.take("partArrived", later(random, walk, 12 * hour, 64 * hour), worker)) return false;
  return walk.take("start", later(random, walk, hour, 12 * hour), worker);
}

function dayAfter(random: Random, day: Day, [least, most]: readonly [number, number]): Day {
  let found = workingDayFrom(day);
  for (let days = random.int(least, most); days > 0; days--) found = nextWorkingDay(found);
  return found;
}

/** Some time in the working day; never before what happened last. */
function arriveOn(random: Random, { lastAt }: OrderWalk, day: Day): Date {
  const at = instantAt({ day, minute: random.int(485, 880) });
  return at > lastAt ? at : addWorkingMinutes(lastAt, random.int(20, 120));
}
