import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type Request, type RequestHandler, type Response } from "express";
import type { Env } from "#app/env.server.ts";
import { keepPrivate } from "#app/http/keep-private.ts";
import { keepUnlisted, pathToLog } from "#app/http/keep-unlisted.ts";
import { originCheck } from "#app/http/origin-check.ts";
import { securityHeaders } from "#app/http/security-headers.ts";
import type { Db } from "#db/client.server.ts";
import type { PlacingDesk } from "../jobs/placing/placing-desk.ts";
import type { PlanDesk } from "../jobs/planning/plan-desk.ts";
import type { LiveCases } from "./live/live-cases.ts";
import { alive, ready } from "./health.ts";
import { limitBodies } from "./limit-bodies.ts";
import type { Basemap } from "./load-context.ts";
import type { Log } from "./logging.ts";
import { requestLog } from "./request-log.ts";
import type { FileStorage } from "./storage/file-storage.ts";

export interface AppOptions {
  db: Db;
  files: FileStorage;
  env: Env;
  log: Log;
  /** The built server; in development a function that builds it anew. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Where the built client files lie, or what serves them unbuilt. */
  clientFiles: string | RequestHandler;
  setupToken: string;
  signingSecret: string;
  live: LiveCases;
  plans: PlanDesk;
  placing: PlacingDesk;
  isStopping?: () => boolean;
  /** Told after each request that may have changed something: work may follow from it. */
  onChange?: () => void;
}

/** The whole site as an Express app; the caller listens. Nothing is kept in the process between two requests. */
export function createApp(options: AppOptions): Express {
  const { db, env, log, build, clientFiles, isStopping = () => false } = options;
  const app = express();
  app.disable("x-powered-by");
  if (env.PUBLIC_URL) app.set("trust proxy", "loopback, linklocal, uniquelocal");
  app.use(requestLog(log));
  if (options.onChange) app.use(tellOfChange(options.onChange));
  app.get("/healthz", alive);
  app.get("/readyz", ready(db, isStopping));
  app.use(compression());
  app.use(keepPrivate, keepUnlisted);
  app.use(securityHeaders({ ...securityOf(env), isDevelopment: typeof clientFiles !== "string" }));
  app.use(typeof clientFiles === "string" ? builtFiles(clientFiles) : clientFiles);
  app.use(originCheck({ publicUrl: env.PUBLIC_URL ?? null }));
  app.use(limitBodies(build));
  app.use(
    createRequestHandler({ build, mode: process.env.NODE_ENV, getLoadContext: loadContextFor(options) }),
  );
  return app;
}

const tellOfChange =
  (onChange: () => void): RequestHandler =>
  (request, response, next) => {
    if (!["GET", "HEAD", "OPTIONS"].includes(request.method)) response.on("finish", onChange);
    next();
  };

/** Built files carry their hash in their name and never change; the rest is asked for again after an hour. */
function builtFiles(folder: string): RequestHandler {
  const files = express.Router();
  files.use(
    "/assets",
    express.static(`${folder}/assets`, { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  files.use(express.static(folder, { maxAge: "1h", index: false }));
  return files;
}

function securityOf(env: Env) {
  const basemapOrigins = env.BASEMAP_URL ? [originOfTiles(env.BASEMAP_URL)] : [];
  return {
    isHttps: env.PUBLIC_URL?.startsWith("https:") ?? false,
    basemapOrigins,
    // A packed base map is not shown as pictures of its own but read by ranges.
    readOrigins: env.BASEMAP_URL?.endsWith(".pmtiles") ? basemapOrigins : [],
  };
}

/** The origin that tiles come from; a `{s}` in the host stands for any subdomain. */
const originOfTiles = (url: string): string =>
  new URL(url.replace("{s}", "any-subdomain")).origin.replace("any-subdomain", "*");

const fictitiousPhone = "70 00 00 24";

const loadContextFor = ({
  db,
  files,
  env,
  log,
  setupToken,
  signingSecret,
  live,
  plans,
  placing,
}: AppOptions) => {
  const basemap: Basemap | null = env.BASEMAP_URL
    ? {
        url: env.BASEMAP_URL,
        attribution: env.BASEMAP_ATTRIBUTION ?? "",
        maxNativeZoom: env.BASEMAP_MAX_NATIVE_ZOOM,
      }
    : null;
  return (request: Request, response: Response): AppLoadContext => {
    const requestId = response.locals.requestId as string;
    return {
      db,
      files,
      log,
      basemap,
      emergency: { phone: env.EMERGENCY_PHONE ?? fictitiousPhone, isFictitious: !env.EMERGENCY_PHONE },
      setupToken,
      signingSecret,
      live,
      plans,
      placing,
      requestId,
      cspNonce: response.locals.cspNonce as string,
      clientAddress: request.ip ?? "unknown",
      publicUrl: env.PUBLIC_URL ?? null,
      reportError: (error) =>
        log.error({ requestId, path: pathToLog(request.path), err: error }, "unforeseen"),
    };
  };
};
