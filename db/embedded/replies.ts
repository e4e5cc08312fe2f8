import { Client, Server, splitMessages, statusOf, type TransactionStatus } from "./wire.ts";

export type Reply = { bytes: Buffer; status: TransactionStatus | null; fatal: string | null };

/**
 * What PGlite answered to one batch, put right: after an error inside an extended batch PGlite says ReadyForQuery at
 * once and again at Sync, where the protocol has it at Sync only; a client that counts would take the next answer for
 * this one. Of several only the last is passed on, and none where the batch ended in Flush. The CopyInResponse of a
 * collected COPY was sent long before. `status` is null when the batch ended in Flush (nothing was said).
 */
export function readReply(raw: Buffer, batch: readonly Buffer[]): Reply {
  const first = batch[0]?.[0];
  const last = batch[batch.length - 1]?.[0];
  const simple = first === Client.query || first === Client.functionCall;
  const { messages, rest } = splitMessages(raw);
  if (rest.length > 0) throw new Error("PGlite answered half a message");

  let lastReady = -1;
  messages.forEach((reply, at) => {
    if (reply[0] === Server.ready) lastReady = at;
  });
  const says = simple || last === Client.sync;
  const kept = messages.filter((reply, at) => {
    if (reply[0] === Server.ready) return says && at === lastReady;
    return !(simple && reply[0] === Server.copyIn);
  });
  const ready = says ? messages[lastReady] : undefined;
  const fatal = messages.find(
    (reply) => reply[0] === Server.error && /\0V(FATAL|PANIC)\0/.test(reply.toString("latin1")),
  );
  return {
    bytes: Buffer.concat(kept),
    status: ready ? statusOf(ready) : null,
    fatal: fatal ? (/\0M([^\0]*)/.exec(fatal.toString("utf8"))?.[1] ?? "unknown") : null,
  };
}
