import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { DEMO_PASSWORD } from "#db/demo/demo-account.ts";

export interface ServedSite {
  origin: string;
  /** The cookie of a property manager who has signed in. */
  cookie: string;
  /** What the server holds after a full collection, in bytes. */
  memory: () => Promise<{ rss: number; heapUsed: number }>;
  stop: () => Promise<void>;
}

/** Serves the built site on a free port of this machine, from the database at a URL. */
export async function serveSite(databaseUrl: string): Promise<ServedSite> {
  const child = fork(path.join(import.meta.dirname, "serve.ts"), {
    execArgv: ["--expose-gc", "--import", "tsx"],
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: "production" },
  });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    cookie: await signIn(origin),
    memory: async () => {
      child.send("memory");
      const [{ memory }] = (await once(child, "message")) as [{ memory: { rss: number; heapUsed: number } }];
      return memory;
    },
    stop: async () => {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

async function signIn(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: origin },
    body: new URLSearchParams({ email: "manager@demo.example", password: DEMO_PASSWORD }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (!cookie) throw new Error(`Nobody could sign in: ${answer.status}`);
  return cookie;
}
