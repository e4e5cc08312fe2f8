import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { DEMO_PASSWORD } from "#db/demo/demo-account.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Starts the site as a program, as `npm start` does, and waits until it serves. */
export async function startSite(settings: Record<string, string>): Promise<ChildProcess> {
  const site = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: "error", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text.toString();
      if (said.includes("Ready in")) resolve();
    };
    site.stdout.on("data", hear);
    site.stderr.on("data", hear);
    site.once("close", () => reject(new Error(`The site did not start:\n${said}`)));
  });
  await ready;
  return site;
}

/** Signs in by the form; gives the cookie. */
export async function signInAt(origin: string, account: string): Promise<string> {
  const answer = await fetch(`${origin}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: origin },
    body: new URLSearchParams({ email: `${account}@demo.example`, password: DEMO_PASSWORD }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (!cookie) throw new Error(`${account} could not sign in: ${answer.status}`);
  return cookie;
}
