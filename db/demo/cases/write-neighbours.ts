import { addDays, addMonths, yearOf } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { roomUses } from "#domain/room-use.ts";
import type { DemoIds } from "../demo-ids.ts";
import type { Random } from "../random.ts";
import type { DemoCaseFacts, DemoCaseOptions, DemoCaseUnit } from "./case-facts.ts";
import type { DemoCaseRows } from "./case-rows.ts";
import type { DemoCast } from "./demo-people.ts";

/** Writes a code for each of the leader's rooms, or for her buildings where no room is recorded. */
export function writeCodes(
  random: Random,
  ids: DemoIds,
  facts: DemoCaseFacts,
  rows: DemoCaseRows,
  { loadDay }: DemoCaseOptions,
): void {
  const units = facts.units.filter(({ id }) => facts.leadersUnitIds.includes(id));
  const write = (unit: DemoCaseUnit, buildingId: Id, spaceId: Id | null, label: string) =>
    rows.qrCode.push({
      ...{
        id: ids.next(),
        organisationId: facts.organisationId,
        buildingId,
        spaceId,
        unitId: unit.id,
        label,
      },
      salt: Array.from({ length: 8 }, () => random.uint32().toString(16).padStart(8, "0")).join(""),
      ...{
        createdBy: facts.people.leader ?? null,
        createdAt: new Date(`${addMonths(loadDay, -5)}T09:00:00Z`),
      },
    });
  for (const unit of units)
    for (const { buildingId, rooms } of unit.premises) {
      write(unit, buildingId, null, "");
      for (const room of rooms.slice(0, 12))
        write(unit, buildingId, room.id, `${roomUses[room.roomUse].da} (${room.number})`);
    }
}

const trades = [
  {
    service: "2400.02",
    basis: "month",
    quantity: 1,
    ore: 140_000,
    text: "Post hentes og bringes for naboen",
  },
  { service: "2500.02", basis: "hour", quantity: 1, ore: 39_500, text: "Pedelhjælp efter timer" },
  { service: "1300.02", basis: "m2", quantity: 85, ore: 3_900, text: "Rengøring af fælles mødelokaler" },
  { service: "2200.01", basis: "piece", quantity: 1, ore: 4_800, text: "Frokost fra naboens køkken" },
  {
    service: "1100.02",
    basis: "piece",
    quantity: 1,
    ore: null,
    text: "Navneskilte: prisen er ikke aftalt endnu",
  },
] as const;

/** Writes what units under one roof sell each other: most with a price, one still without, and what was delivered of it. */
export function writeTrades(
  random: Random,
  ids: DemoIds,
  facts: DemoCaseFacts,
  cast: DemoCast,
  rows: DemoCaseRows,
  { loadDay }: DemoCaseOptions,
): void {
  const known = new Set(facts.services.map(({ code }) => code));
  const pairs = neighbours(facts.units).slice(0, 10);
  pairs.forEach(([seller, buyer, buildingId], index) => {
    const trade = trades[index % trades.length]!;
    if (!known.has(trade.service)) return;
    const validFrom = `${addMonths(loadDay, -8 - (index % 5)).slice(0, 8)}01`;
    const isDraft = trade.ore === null;
    const id = ids.next();
    const by = (unit: DemoCaseUnit) => (isDraft ? null : (cast.leaderOf.get(unit.id)?.accountId ?? null));
    rows.tradeAgreement.push({
      ...{
        id,
        organisationId: facts.organisationId,
        buildingId,
        sellerUnitId: seller.id,
        buyerUnitId: buyer.id,
      },
      ...{ serviceCode: trade.service, description: trade.text, basis: trade.basis },
      ...{
        quantity: isDraft ? null : trade.quantity,
        unitPriceOre: trade.ore,
        state: isDraft ? "draft" : "active",
      },
      ...{ validFrom, validTo: null, sellerAgreedBy: by(seller), buyerAgreedBy: by(buyer) },
      createdAt: new Date(`${addDays(validFrom, -20)}T09:00:00Z`),
    });
    if (isDraft || (trade.basis !== "piece" && trade.basis !== "hour")) return;
    for (let months = 4; months >= 0; months--)
      for (let count = random.int(1, 3); count > 0; count--) {
        const day = `${addMonths(loadDay, -months).slice(0, 8)}${String(random.int(2, 26)).padStart(2, "0")}`;
        if (day >= loadDay || day < validFrom) continue;
        const quantity = trade.basis === "hour" ? random.int(1, 6) / 2 : random.int(6, 24);
        const delivery = { id: ids.next(), organisationId: facts.organisationId, agreementId: id };
        rows.tradeDelivery.push({ ...delivery, deliveredOn: day, quantity, note: "", recordedBy: null });
      }
  });
}

/** Ordinary units that share a building, one pair a building; the leader's first. */
function neighbours(units: readonly DemoCaseUnit[]): [DemoCaseUnit, DemoCaseUnit, Id][] {
  const inBuilding = new Map<Id, DemoCaseUnit[]>();
  for (const unit of units.filter(({ isProtected }) => !isProtected))
    for (const { buildingId } of unit.premises)
      inBuilding.set(buildingId, [...(inBuilding.get(buildingId) ?? []), unit]);
  return [...inBuilding].flatMap(([buildingId, [first, second]]) =>
    first && second ? [[first, second, buildingId] as [DemoCaseUnit, DemoCaseUnit, Id]] : [],
  );
}

/** Last year's three questions: how people answered, near what was found in 2013 (34, 64 and 23 %). */
const opinions = {
  acuteRepair: [
    [5, 9],
    [4, 26],
    [3, 34],
    [2, 20],
    [1, 11],
  ],
  exteriorUpkeep: [
    [5, 2],
    [4, 10],
    [3, 24],
    [2, 39],
    [1, 25],
  ],
  rentCollection: [
    [5, 11],
    [4, 30],
    [3, 36],
    [2, 16],
    [1, 7],
  ],
} as const;

export function writeSurvey(
  random: Random,
  ids: DemoIds,
  facts: DemoCaseFacts,
  cast: DemoCast,
  rows: DemoCaseRows,
  { loadDay }: DemoCaseOptions,
): void {
  const year = yearOf(loadDay) - 1;
  const surveyId = ids.next();
  const { organisationId } = facts;
  rows.opinionSurvey.push({
    id: surveyId,
    organisationId,
    year,
    opensOn: `${year}-09-01`,
    closesOn: `${year}-09-30`,
  });
  const administrationOf = new Map(facts.units.map((unit) => [unit.id, unit.administrationId]));
  const asked = new Set<Id>();
  for (const [unitId, { accountId }] of cast.leaderOf) {
    if (!accountId || asked.has(accountId)) continue;
    asked.add(accountId);
    const answered = random.chance(0.61);
    const say = (key: keyof typeof opinions) => (answered ? random.weighted<number>(opinions[key]) : null);
    rows.opinionInvitation.push({
      ...{
        id: ids.next(),
        organisationId,
        surveyId,
        accountId,
        administrationId: administrationOf.get(unitId)!,
      },
      sentAt: new Date(`${year}-09-01T07:00:00Z`),
      answeredAt: answered
        ? new Date(Date.parse(`${year}-09-01T09:00:00Z`) + random.int(0, 25 * 24) * 3_600_000)
        : null,
      ...{ acuteRepair: say("acuteRepair"), exteriorUpkeep: say("exteriorUpkeep") },
      ...{ rentCollection: say("rentCollection"), comment: "" },
    });
  }
}
