import { queueWork } from "#db/commands/queue-work.ts";
import { listAsked } from "#db/queries/approval/get-approval.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { WorkHandler } from "../runner/run-work.ts";

/** Queues one mail to each who may decide an approval on the day it is asked for. */
export const askApproval: WorkHandler = {
  within: async (tx, work, now) => {
    const { approvalId } = work.payload as { approvalId: Id };
    for (const accountId of await listAsked(tx, approvalId, dayAt(now))) {
      const payload = { approvalId, accountId };
      await queueWork(tx, work.organisationId, {
        ...{ kind: "mailApproval", key: `${approvalId}:${accountId}`, payload, dueAt: now },
      });
    }
  },
};
