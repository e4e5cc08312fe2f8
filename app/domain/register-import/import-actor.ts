import type { Actor } from "../actor.ts";
import type { Id } from "../id.ts";

/** Who imports: a person, or the command line, which has rights but no account. */
export type ImportActor = Omit<Actor, "accountId"> & { accountId: Id | null };

/** The command line on the machine itself: whoever can start it already holds the database. */
export const commandLineActor = (organisationId: Id): ImportActor => ({
  ...{ accountId: null, organisationId, email: "", name: "import (command line)", locale: null },
  grants: [{ role: "administrator", administrationIds: [], unitIds: [] }],
});
