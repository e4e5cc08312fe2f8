import { reckonEverything } from "#db/commands/condition/queue-reckoning.ts";
import { dayAt } from "#domain/day.ts";
import type { WorkHandler } from "../runner/run-work.ts";
import type { JobTools } from "./job-tools.ts";

/** Reckons all backlog anew, after what it is reckoned with was changed. Done twice, it is as done once. */
export const reckonAll = ({ db }: JobTools): WorkHandler => ({
  outside: (work, now) => reckonEverything(db, work.organisationId, dayAt(now)),
});
