import { sql } from "drizzle-orm";
import { makeRun, previewRun } from "#db/commands/charge/make-run.ts";
import { openDatabase, type Db } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.server.ts";
import type { Actor } from "#domain/actor.ts";
import { nextChargePeriod, parseChargePeriod } from "#domain/charge/charge-period.ts";
import { newId, type Id } from "#domain/id.ts";

/*
 * A year of runs over many leases, previewed and made, against the bare SQL that writes the same rows. Wants an empty database:
 *   DATABASE_URL=postgres://…/bench_charges node --import tsx scripts/bench-charges.ts 5000
 */

const leases = Number(process.argv[2] ?? 5_000);
const url = process.env.DATABASE_URL;
if (!url) throw new Error("Give DATABASE_URL: an empty database of its own.");

const seconds = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
  const from = performance.now();
  const value = await work();
  return [(performance.now() - from) / 1000, value];
};

const { db, sql: raw, close } = openDatabase({ url }, { poolSize: 2 });
await migrateDatabase(raw);
const [organisationId, accountId] = [newId(), newId()];
await fill(db, organisationId, accountId, leases);
const actor: Actor = {
  ...{ accountId, organisationId, email: "", name: "bench", locale: null },
  grants: [{ role: "administrator", administrationIds: [], unitIds: [] }],
};
let [preview, make] = [0, 0];
let period = parseChargePeriod("2026-01")!;
for (let month = 0; month < 12; month += 1) {
  const [looked] = await seconds(() => previewRun(db, actor, period));
  const [made, run] = await seconds(() => makeRun(db, actor, period, new Date()));
  if (!run.ok) throw new Error(run.refusal);
  preview += looked;
  make += made;
  period = nextChargePeriod(period);
}
const [bare] = await seconds(() => writeBare(db, organisationId));
const [count] = await db.execute<{ charges: number; lines: number; off: number }>(sql`
  select (select count(*)::int from charge where organisation_id = ${organisationId}) as charges,
         (select count(*)::int from charge_line where organisation_id = ${organisationId}) as lines,
         (select count(*)::int from charge c where c.organisation_id = ${organisationId} and c.total_ore <>
           (select sum(l.amount_ore) from charge_line l where l.charge_id = c.id)) as off`);
console.log(
  JSON.stringify({
    leases,
    ...count,
    preview,
    make,
    bare,
    share: make / bare,
    withPreview: (preview + make) / bare,
  }),
);
await close();

/** Leases with seven lines each, four of them by an index that has every month, each with a room of its own. */
async function fill(to: Db, org: Id, account: Id, many: number): Promise<void> {
  const [administration, building, property, address] = [newId(), newId(), newId(), newId()];
  const point = sql`st_setsrid(st_makepoint(12.55, 55.69), 4326)`;
  await to.execute(
    sql`insert into organisation (id, name, municipality_code) values (${org}, 'Bench', '0101')`,
  );
  await to.execute(
    sql`insert into account (id, organisation_id, email, name, password_hash) values (${account}, ${org}, 'b@b.example', 'b', 'x')`,
  );
  await to.execute(
    sql`insert into administration (id, organisation_id, code, name) values (${administration}, ${org}, 'B', 'Bench')`,
  );
  await to.execute(
    sql`insert into property (id, organisation_id, bfe_number, name, source, recorded_on) values (${property}, ${org}, 1, 'x', 'x', '2020-01-01')`,
  );
  await to.execute(sql`insert into address (id, organisation_id, property_id, street, house_number, postcode, town, position_wgs84)
    values (${address}, ${org}, ${property}, 'x', '1', '2200', 'x', ${point})`);
  await to.execute(sql`insert into building (id, organisation_id, property_id, address_id, bbr_id, bbr_number, name, position_wgs84, footprint_wgs84, state, source, recorded_on)
    values (${building}, ${org}, ${property}, ${address}, gen_random_uuid(), 1, 'x', ${point}, st_multi(st_expand(${point}, 0.0001, 0.0001)), 'registered', 'x', '2020-01-01')`);
  await to.execute(sql`
    insert into contract (id, organisation_id, number, kind, administration_id, valid_from, known_from, source, recorded_on)
    select gen_random_uuid(), ${org}, 'B-' || n, 'internal', ${administration}, '2020-01-01', '2020-01-01', 'x', '2020-01-01' from generate_series(1, ${many}::int) n`);
  await to.execute(sql`
    insert into floor (id, organisation_id, building_id, level, area_m2, valid_from)
    select gen_random_uuid(), ${org}, ${building}, n, 400, '2020-01-01' from generate_series(1, ${many}::int) n`);
  await to.execute(sql`
    insert into space (id, organisation_id, building_id, floor_id, number, area_m2, is_undivided, valid_from, source, method, recorded_on)
    select gen_random_uuid(), ${org}, ${building}, f.id, 'r', 100 + f.level % 250, true, '2020-01-01', 'x', 'drawing', '2020-01-01' from floor f where f.organisation_id = ${org}`);
  await to.execute(sql`
    insert into tenancy (id, organisation_id, contract_id, building_id, space_id, side, valid_from)
    select gen_random_uuid(), ${org}, k.id, ${building}, s.id, 'out', '2020-01-01'
      from (select id, row_number() over () as n from contract where organisation_id = ${org}) k
      join (select id, row_number() over () as n from space where organisation_id = ${org}) s on s.n = k.n`);
  await to.execute(sql`
    insert into rent_term (id, organisation_id, contract_id, kind, part, basis, yearly_ore, base_month, adjusts_in_month, months_before, source, valid_from)
    select gen_random_uuid(), ${org}, k.id, t.kind, t.part, t.basis, (random() * 90000)::int + 10000, case when t.basis = 'perM2' then '2019-10-01'::date end,
           case when t.basis = 'perM2' then 1 end, case when t.basis = 'perM2' then 3 end, 'x', '2020-01-01'
      from contract k, (values ('base', 'capital', 'perM2'), ('base', 'exteriorMaintenance', 'perM2'), ('base', 'reserve', 'perM2'),
        ('administration', null, 'perM2'), ('insurance', null, 'whole'), ('taxes', null, 'whole'), ('operation', null, 'whole')) t(kind, part, basis)
     where k.organisation_id = ${org}`);
  await to.execute(sql`
    insert into price_index (id, organisation_id, key, month, value, source, recorded_at)
    select gen_random_uuid(), ${org}, 'npi', m::date, 100 + extract(epoch from m) / 1e8, 'x', now() from generate_series('2019-01-01'::date, '2026-12-01', interval '1 month') m`);
  await to.execute(sql`analyze`);
}

/** The same rows once more, for another organisation, by one statement a table. */
async function writeBare(to: Db, org: Id): Promise<void> {
  const other = newId();
  await to.execute(
    sql`insert into organisation (id, name, municipality_code) values (${other}, 'Bare', '0101')`,
  );
  const twin = (column: string) => sql.raw(`md5(${column}::text || 'twin')::uuid`);
  await to.transaction(async (tx) => {
    await tx.execute(sql`
      insert into charge_run (id, organisation_id, kind, period, period_from, period_to, sequence, status, fee_rate, made_by, made_at)
      select ${twin("id")}, ${other}, kind, period, period_from, period_to, sequence, status, fee_rate, made_by, made_at
        from charge_run where organisation_id = ${org}`);
    await tx.execute(sql`
      insert into charge (id, organisation_id, run_id, contract_id, administration_id, unit_id, party, total_ore, previous_ore, reasons)
      select ${twin("id")}, ${other}, ${twin("run_id")}, contract_id, administration_id, unit_id, party, total_ore, previous_ore, reasons
        from charge where organisation_id = ${org}`);
    await tx.execute(sql`
      insert into charge_line (id, organisation_id, charge_id, key, entry, valid_from, valid_to, formula, inputs, amount_ore)
      select ${twin("id")}, ${other}, ${twin("charge_id")}, key, entry, valid_from, valid_to, formula, inputs, amount_ore
        from charge_line where organisation_id = ${org}`);
  });
}
