import { EnvFault } from "#app/env.server.ts";
import { createApiToken } from "#db/commands/create-api-token.ts";
import { getCredential } from "#db/queries/account-credential.ts";
import { StartRefusal } from "#db/start-refusal.ts";
import { openForScript, readScriptEnv } from "./open-database.ts";

/** Prints a new API token of an account, alone on the last line: `npm run token -- EMAIL`. */
async function main(): Promise<number> {
  const email = process.argv[2];
  if (!email || process.argv.length > 3) {
    console.error("Say whose token it is: npm run token -- name@example.org");
    return 2;
  }
  const { db, close } = await openForScript(readScriptEnv());
  try {
    const holder = await getCredential(db, { email });
    if (!holder) {
      console.error(`Nobody who can sign in has the email ${email}.`);
      return 1;
    }
    const token = await createApiToken(db, holder, "command line", new Date());
    console.log(`A token of ${email}, valid for a year. Send it as "Authorization: Bearer TOKEN".`);
    console.log(token);
    return 0;
  } finally {
    await close();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof StartRefusal) console.error(`${error.message}\n${error.remedy}`);
  else if (error instanceof EnvFault) console.error(error.message);
  else console.error(error);
  return 1;
});
