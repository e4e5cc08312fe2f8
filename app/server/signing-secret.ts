import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { newSecret } from "#db/secrets/secret.ts";

/**
 * The secret that codes on walls and private links are signed with: the one given, or one made once and kept in the data
 * folder, readable by its owner alone. Several machines before one database must be given the same.
 */
export function signingSecretIn(dataDir: string, given: string | undefined): string {
  if (given) return given;
  const place = path.join(dataDir, "signing-secret");
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(place, newSecret(), { flag: "wx", mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(place, "utf8").trim();
}
