import type { CandidatePlaces, House, Seat } from "#domain/colocation/candidates/candidate-places.ts";
import { readCandidateSearch } from "#domain/colocation/candidates/candidate-search.ts";
import { searchCandidates } from "#domain/colocation/candidates/search-candidates.ts";
import { seededChance } from "#domain/seeded-chance.ts";

/*
 * Measures the search for candidates: everybody tried everywhere, with hours of the week.
 *   node --import tsx scripts/bench-candidates.ts [buildings] [units] [rounds]
 * One JSON line: seconds by the clock and of the processor, of the middle round.
 */
const [buildings = 2_000, units = 600, rounds = 7] = process.argv.slice(2).map(Number);
const draw = seededChance(2013);
const uses = ["school", "daycare", "sportCulture", "socialHealth", "administration"] as const;
const kinds = { school: "school", daycare: "daycare", sportCulture: "cultureCentre" } as const;
const others = { socialHealth: "healthCentre", administration: "office" } as const;

const houses = Array.from({ length: buildings }, (_, index): House => {
  const areaM2 = Math.round(200 + draw() * 2_000);
  return {
    ...{ id: `h${index}`, name: `Hus ${index}`, address: `Vej ${index}`, district: "1" },
    ...{ lon: 12.48 + draw() * 0.14, lat: 55.64 + draw() * 0.08 },
    ...{ tenure: draw() < 0.9 ? "owned" : "leasedIn", useGroup: uses[Math.floor(draw() * uses.length)]! },
    ...{ condition: 3, areaM2, vacantM2: draw() < 0.1 ? areaM2 : 0, backlogOre: areaM2 * 100_000 },
    ...{ externalRentOre: 0, leaseEndsOn: null, contractId: null },
  };
});

/** A week of weekdays, from an hour to another. */
function week(persons: number): number[] {
  const from = 7 + Math.floor(draw() * 9);
  return Array.from({ length: 168 }, (_, hour) =>
    hour < 120 && hour % 24 >= from && hour % 24 < from + 7 ? persons : 0,
  );
}

const seats = Array.from({ length: units }, (_, index): Seat => {
  const house = houses[Math.floor((index * buildings) / units)]!;
  const places = Math.round(house.areaM2 / 12);
  const kind = { ...kinds, ...others }[house.useGroup as keyof typeof kinds];
  return {
    ...{ unitId: `u${index}`, unit: `Enhed ${index}`, kind, administration: "BUF", buildingId: house.id },
    ...{ areaM2: house.areaM2, isProtected: false, places, week: week(places * 0.6), source: "count" },
  };
});

const places: CandidatePlaces = { on: "2026-11-20", houses, seats, rules: [] };
const search = readCandidateSearch(new URLSearchParams("partner=all"));
const measured = Array.from({ length: rounds }, () => {
  const startedAt = performance.now();
  const used = process.cpuUsage();
  const { total } = searchCandidates(places, search);
  const { user, system } = process.cpuUsage(used);
  return { total, seconds: (performance.now() - startedAt) / 1000, processor: (user + system) / 1e6 };
});
const middle = measured.sort((a, b) => a.seconds - b.seconds)[Math.floor(rounds / 2)]!;
console.log(JSON.stringify({ buildings, units, ...middle }));
