import { beforeAll, describe, expect, it } from "vitest";
import { searchEverything } from "#db/queries/search-everything.ts";
import type { Actor } from "#domain/actor.ts";
import { sql } from "drizzle-orm";
import { useDatabase } from "../helpers/database.ts";
import { insertSmallPortfolio } from "../helpers/small-portfolio.ts";
import type { SmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
let city: SmallPortfolio;

beforeAll(async () => {
  city = await insertSmallPortfolio(database.db);
});

const titles = async (text: string, actor: Actor = city.as("manager")) =>
  (await searchEverything(database.db, actor, text)).items.map((hit) => hit.title);

describe("search finds by any name or number", () => {
  it.each([
    "børnehuset åkanden",
    "boernehuset aakanden",
    "bornehuset akanden",
    "BØRNEHUSET ÅKANDEN",
    "åkand",
    "nehuset",
  ])("finds Børnehuset Åkanden by %s", async (text) => {
    expect((await titles(text))[0]).toBe("Børnehuset Åkanden");
  });

  it.each(["ærøvej 7", "aeroevej 7", "ærø", "aeroevej", "7 ærøvej"])(
    "finds the office by its street: %s",
    async (text) => {
      expect(await titles(text)).toEqual(expect.arrayContaining(["Rådgivningen på Hjørnet", "Ærøvej 7"]));
    },
  );

  it.each(["øster havnegade", "oester havnegade", "oster havneg", "havnegade 5"])(
    "finds %s",
    async (text) => {
      expect(await titles(text)).toEqual(expect.arrayContaining(["Huset ved Havnen"]));
    },
  );

  it("finds by BFE number, BBR id, lease number and unit", async () => {
    expect(await titles("100000003")).toContain("Rådgivningen på Hjørnet");
    const [row] = await database.db.execute<{ bbr: string }>(
      sql`select bbr_id::text as bbr from building where id = ${city.store}`,
    );
    expect(await titles(row!.bbr)).toEqual(["Depot 50%_A\\B"]);
    expect(await titles("L-1002")).toEqual(["L-1002"]);
    expect((await titles("solsikken"))[0]).toBe("Solsikken");
  });

  it("finds what is nearly right when nothing is", async () => {
    expect(await titles("solsiken")).toContain("Solsikken");
    expect(await titles("rådgivnigen hjørnet")).toContain("Rådgivningen på Hjørnet");
  });

  it("finds nothing for what is too short or not there", async () => {
    expect(await titles("x")).toEqual([]);
    expect(await titles("   ")).toEqual([]);
    expect(await titles("qqzzvvww")).toEqual([]);
    expect(await titles("'; drop table building; --")).toEqual([]);
  });

  it("counts all that match, beyond the best few", async () => {
    const { items, total } = await searchEverything(database.db, city.as("manager"), "københavn", 2);
    expect(items).toHaveLength(2);
    expect(total).toBe(8);
  });
});

describe("several words", () => {
  it("mean what has all of them as words, and only else what holds them anywhere", async () => {
    const found = await searchEverything(database.db, city.as("manager"), "ærøvej 7");
    expect(found.total).toBe(found.items.length);
    for (const { title, subtitle } of found.items) expect(`${title} ${subtitle}`).toContain("Ærøvej 7");
    expect(await titles("røvej 7")).toEqual(expect.arrayContaining(["Ærøvej 7"]));
  });
});

describe("signs that patterns give a meaning mean themselves", () => {
  it.each(["50%", "%_a", "_a\\b", "a\\b", "50%_A\\B"])("finds the depot first by %s", async (text) => {
    expect((await titles(text))[0]).toBe("Depot 50%_A\\B");
  });

  it.each(["d%b", "s_l_k", "k%n", "1____00_4", "\\%", "%%", "__"])("finds nothing by %s", async (text) => {
    expect(await titles(text)).toEqual([]);
  });
});

describe("search keeps to the scope", () => {
  it("shows a leader her own and nothing of others", async () => {
    const leader = city.as("leader", { unitIds: [city.solsikken] });
    expect(await titles("københavn", leader)).toEqual(["Børnehuset Åkanden", "Ågade 12 A"]);
    expect(await titles("L-1001", leader)).toEqual(["L-1001"]);
    expect(await titles("L-1002", leader)).not.toContain("L-1002");
    expect(await titles("ærøvej", leader)).toEqual([]);
  });

  it("shows a planner no protected unit, by any way in", async () => {
    const planner = city.as("planner");
    for (const text of [
      "krisehjemmet",
      "huset ved havnen",
      "L-2001",
      "L-2002",
      "øster havnegade",
      "U3",
      "100000002",
    ]) {
      const found = await titles(text, planner);
      for (const hidden of ["Krisehjemmet Læ", "Huset ved Havnen", "L-2001", "L-2002", "Øster Havnegade 5"])
        expect(found, text).not.toContain(hidden);
      expect((await titles(text)).length, text).toBeGreaterThan(0);
    }
  });

  it("shows a craftsman nothing", async () => {
    for (const text of ["københavn", "solsikken", "L-1001"])
      expect(await titles(text, city.as("craftsman"))).toEqual([]);
  });
});
