import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { inject } from "vitest";
import type { EmbeddedDatabase } from "#db/embedded/start.ts";

/**
 * Borrows an embedded database that is as in a snapshot, until `stop` (see `keep-databases.ts`).
 *
 * @throws when none could be started
 */
export async function borrowDatabase(
  snapshot: string,
): Promise<{ address: EmbeddedDatabase["connection"]; stop: () => Promise<void> }> {
  const socket = connect(inject("keptDatabases"));
  await once(socket, "connect");
  socket.write(`${snapshot}\n`);
  const answer = await firstLine(socket);
  const stop = async () => {
    socket.destroy();
    await once(socket, "close");
  };
  return { address: JSON.parse(answer) as EmbeddedDatabase["connection"], stop };
}

function firstLine(socket: ReturnType<typeof connect>): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines = createInterface(socket).once("line", (line) => resolve(line));
    lines.once("close", () => reject(new Error("No embedded database could be lent")));
  });
}
