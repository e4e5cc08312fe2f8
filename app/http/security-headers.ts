import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

export interface SecurityOptions {
  /** Whether people reach the site by HTTPS: then browsers are told never to come by anything else. */
  isHttps: boolean;
  /** Origins that the base map's pictures may come from, besides this site. */
  basemapOrigins?: string[];
  /** Origins that scripts may read from, besides this site. */
  readOrigins?: string[];
  /** Whether the browser may open a socket to hear of changed sources; only while developing. */
  isDevelopment?: boolean;
  /** Exactly these style attributes, as `sha256-…`, for a widget whose server-rendered HTML cannot do without. */
  styleAttributeHashes?: string[];
}

/**
 * The security headers of every response, with a fresh nonce in `res.locals.cspNonce` for the scripts of this page.
 * The referrer policy is `same-origin`: under `no-referrer` browsers hide the origin of forms, and every one would be
 * refused by the origin check.
 */
export function securityHeaders(options: SecurityOptions): RequestHandler {
  const protect = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: directivesOf(options) },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: options.isHttps && { maxAge: 31_536_000, includeSubDomains: false },
    xFrameOptions: { action: "deny" },
  });
  return (request, response, next) => {
    response.locals.cspNonce = randomBytes(18).toString("base64");
    response.setHeader(
      "Permissions-Policy",
      "camera=(self), microphone=(), geolocation=(self), payment=(), usb=()",
    );
    protect(request, response, next);
  };
}

const nonceOf = (_request: IncomingMessage, response: ServerResponse): string =>
  `'nonce-${(response as Response).locals.cspNonce}'`;

function directivesOf(options: SecurityOptions) {
  const hashes = (options.styleAttributeHashes ?? []).map((hash) => `'${hash}'`);
  return {
    defaultSrc: ["'self'"],
    scriptSrc: [nonceOf, "'strict-dynamic'"],
    scriptSrcAttr: ["'none'"],
    styleSrc: ["'self'", nonceOf],
    styleSrcAttr: hashes.length > 0 ? ["'unsafe-hashes'", ...hashes] : ["'none'"],
    imgSrc: ["'self'", "data:", "blob:", ...(options.basemapOrigins ?? [])],
    fontSrc: ["'self'"],
    connectSrc: ["'self'", ...(options.readOrigins ?? []), ...(options.isDevelopment ? ["ws:"] : [])],
    workerSrc: ["'self'"],
    manifestSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    ...(options.isHttps ? { upgradeInsecureRequests: [] } : {}),
  };
}
