/** A client that moves amounts between accounts until it is killed; some transactions are open at any moment. */
import postgres from "postgres";

const sql = postgres({ host: process.argv[2], user: "postgres", database: "postgres", max: 4 });
const chance = (/** @type {number} */ most) => 1 + Math.floor(Math.random() * most);

async function transferForEver() {
  for (;;) {
    const amount = chance(9);
    await sql.begin(async (tx) => {
      await tx`update stress_account set balance = balance - ${amount} where id = ${chance(10)}`;
      await new Promise((resolve) => setTimeout(resolve, chance(5)));
      await tx`update stress_account set balance = balance + ${amount} where id = ${chance(10)}`;
    });
    process.stdout.write(".");
  }
}

await Promise.all(Array.from({ length: 4 }, transferForEver));
