import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import type { Page } from "playwright";
import { afterAll, beforeAll } from "vitest";
import type { ServedApp } from "./served-app.ts";

/** The site as a phone reaches it, over a line that can be cut. */
export interface PhoneLine extends Pick<ServedApp, "origin" | "signIn"> {
  /** Takes the network from a page and from its worker; what is under way breaks off. */
  cut: (page: Page) => Promise<void>;
  mend: (page: Page) => Promise<void>;
}

/**
 * A line between the browser and the site for one test file. The browser's own "offline" tells a page that it has no
 * network, but lets requests of a page that is just being opened slip through; nothing comes through a line that is cut.
 * @example const line = usePhoneLine(site); const browser = useBrowser(line); test("…", async () => { await line.cut(page) })
 */
export function usePhoneLine(site: ServedApp): PhoneLine {
  const sockets = new Set<Socket>();
  let isCut = false;
  let server: Server;
  const join = (near: Socket) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(new URL(site.origin).port), "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      // Whichever end goes takes the other with it; a line that was cut is no fault.
      one.on("error", () => undefined);
      one.on("close", () => sockets.delete(one) && other.destroy());
    }
  };
  beforeAll(async () => {
    server = createServer(join);
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  });
  const hangUp = () => sockets.forEach((socket) => socket.destroy());
  afterAll(async () => {
    hangUp();
    await new Promise((closed) => server.close(closed));
  });
  return {
    get origin() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    signIn: site.signIn,
    cut: async (page) => {
      isCut = true;
      hangUp();
      await page.context().setOffline(true);
    },
    mend: async (page) => {
      isCut = false;
      await page.context().setOffline(false);
    },
  };
}
