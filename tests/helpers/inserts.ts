/** Serves an embedded database and writes to it, saying each number that was acknowledged, until it is killed. */
import { openDatabase } from "#db/client.server.ts";
import { startEmbeddedDatabase } from "#db/embedded/start.ts";

const [dataDir = "", first = "0", fromSnapshot] = process.argv.slice(2);
const database = await startEmbeddedDatabase({ dataDir, fromSnapshot });
const { sql } = openDatabase(database.connection, { poolSize: 4 });
await sql`create table if not exists entry (n int primary key)`;

let next = Number(first);
async function insertForEver() {
  for (;;) {
    const n = next++;
    await sql`insert into entry values (${n})`;
    process.stdout.write(`${n}\n`);
  }
}
await Promise.all(Array.from({ length: 4 }, insertForEver));
