import type { Db } from "#db/client.server.ts";
import type { PlanDesk } from "../jobs/planning/plan-desk.ts";
import type { PlacingDesk } from "../jobs/placing/placing-desk.ts";
import type { LiveCases } from "./live/live-cases.ts";
import type { Log } from "./logging.ts";
import type { FileStorage } from "./storage/file-storage.ts";

/** A map source under the data's own base, as the settings name it. */
export interface Basemap {
  url: string;
  attribution: string;
  maxNativeZoom: number;
}

/** What the HTTP server gives to every loader, every action and the render of a page. */
declare module "@remix-run/node" {
  interface AppLoadContext {
    /** The random word of this response's content security policy; scripts that carry it may run. */
    cspNonce: string;
    /** The number of this request, in the log, in `X-Request-Id` and on error pages. */
    requestId: string;
    db: Db;
    /** Where the files of documents lie. */
    files: FileStorage;
    /** Tells open pages what happens to their cases. */
    live: LiveCases;
    /** Reckons plans and looks for better ones, in threads of their own. */
    plans: PlanDesk;
    /** Looks for proposals in co-location cases, in threads of their own. */
    placing: PlacingDesk;
    log: Log;
    /** The sender's address, for rate limits. */
    clientAddress: string;
    basemap: Basemap | null;
    /** Whom to call where there is danger or running water. */
    emergency: { phone: string; isFictitious: boolean };
    /** The address others reach us by; null on one's own machine, where the request's own is used. */
    publicUrl: string | null;
    /** Proves that whoever sets up an empty system can read its console. */
    setupToken: string;
    /** What codes on walls and private links are signed with. */
    signingSecret: string;
    /** Logs what nobody foresaw, once, with the request's number. */
    reportError: (error: unknown, request: Request) => void;
  }
}

export {};
