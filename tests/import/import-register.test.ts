import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import type { ImportChange } from "#domain/register-import/import-report.ts";
import { useDatabase } from "../helpers/database.ts";
import { keptLevels, rebuiltLevels } from "../helpers/lease-levels.ts";
import { changes, dump, inPortfolio, stranger } from "./in-portfolio.ts";
import { row } from "./rows.ts";
import { bbr } from "./small-portfolio.ts";

const database = useDatabase();

const areas = (db: Db, on: string) =>
  db.execute<{ name: string; held: number; spaces: number; let: number }>(sql`
    select b.name, v.held_area_m2::float8 as held, r.let_m2 as let,
           (select sum(s.area_m2)::float8 from space s where s.building_id = b.id and s.valid_from <= ${on}::date
              and (s.valid_to is null or s.valid_to > ${on}::date)) as spaces
      from building b join building_version v on v.building_id = b.id and v.valid_from <= ${on}::date
       and (v.valid_to is null or v.valid_to > ${on}::date)
      join portfolio_row r on r.building_id = b.id and r.valid_from <= ${on}::date and r.valid_to > ${on}::date
     order by b.bbr_id`);

test("a dry run says what would change, field by field, and writes nothing", () =>
  inPortfolio(database, async (db, run) => {
    const before = await dump(db);
    const told: ImportChange[] = [];
    const report = await run(changes, { isApplied: false, onChange: (change) => told.push(change) });
    expect(report.counts).toEqual({ added: 0, changed: 3, unchanged: 0, ignored: 0, staged: 1, refused: 0 });
    expect(told[0]).toMatchObject({
      ...{ row: 1, name: "undivided", key: bbr.undivided },
      changes: {
        ...{ useCode: { from: "421", to: "321" }, builtYear: { from: 1950, to: 1951 } },
        ...{ grossAreaM2: { from: 300, to: 330 }, heldAreaM2: { from: 300, to: 330 } },
      },
    });
    expect(report.notes).toEqual({ heldAreaFollowed: 1, heldAreaLeft: 1 });
    expect(await dump(db)).toBe(before);
  }));

test("what is applied is what the dry run said, and the same file again changes nothing", () =>
  inPortfolio(database, async (db, run) => {
    const dry = await run(changes, { isApplied: false });
    const applied = await run(changes);
    expect(applied.counts).toEqual(dry.counts);
    const after = await dump(db);
    const again = await run(changes);
    expect(again.counts).toEqual({ added: 0, changed: 0, unchanged: 4, ignored: 0, staged: 0, refused: 0 });
    expect(again.isApplied).toBe(false);
    expect(await dump(db)).toBe(after);
  }));

test("the day before still answers as it did, and every held area is the sum of its spaces", () =>
  inPortfolio(database, async (db, run) => {
    const before = await areas(db, "2026-11-19");
    await run(changes);
    expect(await areas(db, "2026-11-19")).toEqual(before);
    const today = await areas(db, "2026-11-20");
    expect(today.map(({ name, held }) => [name, held])).toEqual([
      ["undivided", 330],
      ["rooms", 400],
      ["leased", 150],
      ["culture", 50],
    ]);
    for (const { held, spaces } of today) expect(spaces).toBe(held);
    expect(today[0]!.let).toBe(330);
    await db.execute(sql`set constraints all immediate`);
  }));

test("a tenancy and an occupation go on over the space that takes the old one's place", () =>
  inPortfolio(database, async (db, run) => {
    await run(changes);
    const covers = await db.execute<{
      from: string;
      to: string | null;
      areaM2: number;
      follows: boolean;
    }>(sql`
      select t.valid_from::text as "from", t.valid_to::text as "to", s.area_m2::float8 as "areaM2",
             s.replaces_space_id is not null as follows
        from tenancy t join space s on s.id = t.space_id order by t.valid_from, s.area_m2`);
    expect(covers).toEqual([
      { from: "2020-01-01", to: "2026-11-20", areaM2: 100, follows: false },
      { from: "2020-01-01", to: "2026-11-20", areaM2: 200, follows: false },
      { from: "2026-11-20", to: "2040-01-01", areaM2: 110, follows: true },
      { from: "2026-11-20", to: "2040-01-01", areaM2: 220, follows: true },
    ]);
    const [uses] = await db.execute<{ now: number; before: number }>(sql`
      select count(*) filter (where valid_to is null)::int as now, count(*) filter (where valid_to = '2026-11-20')::int as before
        from occupation`);
    expect(uses).toEqual({ now: 2, before: 2 });
  }));

test("the leases of a building that is measured anew cover their new m² from today", () =>
  inPortfolio(database, async (db, run, { organisationId }) => {
    await run(changes);
    const kept = await keptLevels(db, organisationId);
    expect(kept.map(({ from, areaM2 }) => [from, areaM2])).toContainEqual(["2026-11-20", 330]);
    expect(kept).toEqual(await rebuiltLevels(db, organisationId));
  }));

test("a second change on the same day amends what began that day", () =>
  inPortfolio(database, async (db, run) => {
    await run([row({ byg038SamletBygningsareal: 330 })]);
    await run([row({ byg038SamletBygningsareal: 360, byg026Opførelsesår: 1952 })]);
    const versions = await db.execute(sql`
      select v.valid_from::text as "from", v.valid_to::text as "to", v.gross_area_m2::float8 as gross, v.built_year as built
        from building_version v join building b on b.id = v.building_id where b.bbr_id = ${bbr.undivided}::uuid
       order by v.valid_from`);
    expect(versions).toEqual([
      { from: "2020-01-01", to: "2026-11-20", gross: 300, built: 1950 },
      { from: "2026-11-20", to: null, gross: 360, built: 1952 },
    ]);
    const [today] = await areas(db, "2026-11-20");
    expect(today).toMatchObject({ held: 360, spaces: 360, let: 360 });
  }));

test("each change leaves its audit row, and the run one of its own", () =>
  inPortfolio(database, async (db, run) => {
    await run(changes);
    const rows = await db.execute<{ entity: string; count: number; actor: string }>(sql`
      select entity, count(*)::int as count, min(actor_name) as actor from audit_entry group by entity order by entity`);
    expect(rows).toEqual([
      { entity: "building", count: 3, actor: "import (command line)" },
      { entity: "importRun", count: 1, actor: "import (command line)" },
    ]);
  }));

test("a row that matches nothing waits in staging, and what comes later is laid over it", () =>
  inPortfolio(database, async (db, run) => {
    await run([row({ id_lokalId: stranger, byg026Opførelsesår: 1900 })]);
    const second = await run([
      row({ id_lokalId: stranger, byg054AntalEtager: 3, byg404Koordinat: "POINT(12.5512 55.6963)" }),
    ]);
    expect(second.counts.staged).toBe(1);
    const [staged] = await db.execute<{ facts: unknown; lon: number }>(
      sql`select facts, st_x(position_wgs84) as lon from staged_building`,
    );
    expect(staged).toMatchObject({
      facts: { builtYear: 1900, storeys: 3, municipalityCode: "0101" },
      lon: 12.5512,
    });
  }));

test("a failure in the middle leaves nothing behind", () =>
  inPortfolio(database, async (db, run) => {
    const before = await dump(db);
    const many = Array.from({ length: 5_000 }, (_, index) =>
      row({
        id_lokalId: `20000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
        byg026Opførelsesår: 1900,
      }),
    );
    const stop = ({ phase, rows }: { phase: string; rows: number }) => {
      if (phase === "comparing" && rows > 2_000) throw new Error("pulled the plug");
    };
    await expect(run([...changes, ...many], { onProgress: stop })).rejects.toThrow("pulled the plug");
    expect(await dump(db)).toBe(before);
  }));
