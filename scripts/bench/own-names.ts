import type postgres from "postgres";
import { firstParts, lastParts } from "#db/demo/names.ts";

const syllables =
  "ba,dal,ebe,fro,gul,hav,ire,jor,kam,løv,mi,nør,oda,pil,ras,sten,tue,ulv,vin,yd,ær,øst,åby,bro".split(",");

/** What Danish streets end in; what ends in none of these becomes a "vej". */
const streetEndings =
  "gade|vej|stræde|vænget| Allé| Vej| Gade| Plads| Boulevard| Brygge|bakken|haven|vangen|toften|mærket";

const listOf = (words: readonly string[]) => `'{${words.join(",")}}'::text[]`;

/**
 * Functions that give a copy names of its own, as another town has its own: the invented word within a name
 * ("Børnehuset Æblehaven") and the name of a street are replaced by others, kinds and endings stay. In every tenth copy
 * names stay as they are, because favourite names come again from town to town. `own_name(text, copy)`,
 * `own_street(text, copy)`.
 */
export async function createOwnNames(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    create function own_stem(stem text, copy int) returns text language sql immutable strict as $$
      select string_agg(case when part = 1 then initcap(word) else word end, '' order by part)
        from (select part, (${listOf(syllables)})[1 + ('x' || substr(md5(stem || copy), part * 6, 6))::bit(24)::int
                % ${syllables.length}] as word from generate_series(1, 3) part) parts
    $$`);
  await sql.unsafe(`
    create function own_name(name text, copy int) returns text language sql immutable strict as $$
      select case when copy % 10 = 0 then name else coalesce(
        (select replace(name, m[1] || m[2], own_stem(m[1], copy) || m[2])
           from regexp_match(name, '(${firstParts.join("|")})(${lastParts.join("|")})') m), name) end
    $$`);
  await sql.unsafe(`
    create function own_street(street text, copy int) returns text language sql immutable strict as $$
      select case when copy % 10 = 0 then street
        else own_stem(street, copy) || coalesce(substring(street from '(${streetEndings})$'), 'vej') end
    $$`);
}
