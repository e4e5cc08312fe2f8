import postgres from "postgres";
import type { DatabaseAddress } from "#db/client.server.ts";
import { startEmbeddedDatabase } from "#db/embedded/start.ts";
import { borrowDatabase } from "./borrow-database.ts";
import { demoSnapshot, ensureDemoTemplate } from "./demo-template.ts";
import { onServer } from "./on-server.ts";

export interface StartedDatabase {
  address: DatabaseAddress;
  stop: () => Promise<void>;
}

/**
 * A database of its own with the demo portfolio and its accounts, on the embedded engine or on the server of
 * TEST_DATABASE_URL. The demo is loaded once a day and state of the code, and copied after that.
 */
export function startDemoDatabase(): Promise<StartedDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? copyOnServer(server) : demoSnapshot().then(borrowDatabase);
}

/** The demo where a server that is started as a program finds it: its settings, and how to take it away again. */
export async function layDemo(
  dataDir: string,
): Promise<{ settings: Record<string, string>; stop: () => Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL;
  if (server) {
    const { address, stop } = await copyOnServer(server);
    return { settings: { DATA_DIR: dataDir, DATABASE_URL: (address as { url: string }).url }, stop };
  }
  const database = await startEmbeddedDatabase({ dataDir, fromSnapshot: await demoSnapshot() });
  await database.stop();
  return { settings: { DATA_DIR: dataDir }, stop: () => Promise.resolve() };
}

async function copyOnServer(server: string): Promise<StartedDatabase> {
  const template = await ensureDemoTemplate(server);
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  const name = `demo_copy_${crypto.randomUUID().replaceAll("-", "")}`;
  await admin.unsafe(`create database ${name} template ${template}`);
  return {
    address: { url: onServer(server, name) },
    stop: async () => {
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
