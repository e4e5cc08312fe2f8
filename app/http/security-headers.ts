import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

export interface SecurityOptions {
  /** The address that people use; where it is HTTPS, browsers are told never to come by anything else. */
  publicUrl?: string;
  /** Where the base map's pictures come from, if not from here: `https://host/{z}/{x}/{y}.png`, `{s}` for any prefix. */
  basemapUrl?: string;
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
    strictTransportSecurity: isHttps(options) && { maxAge: 31_536_000, includeSubDomains: false },
    xFrameOptions: { action: "deny" },
  });
  return (request, response, next) => {
    response.locals.cspNonce = randomBytes(18).toString("base64");
    response.setHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=(self), payment=(), usb=()");
    protect(request, response, next);
  };
}

const isHttps = ({ publicUrl }: SecurityOptions): boolean => publicUrl?.startsWith("https:") ?? false;

/** What the policy calls the host of a tile address. @example sourceOf("https://{s}.tiles.example/{z}/{x}/{y}.png") // "https://*.tiles.example" */
export function sourceOf(tileUrl: string): string | null {
  const [, scheme, host] = /^(https?:\/\/)([^/?#]+)/.exec(tileUrl) ?? [];
  return scheme && host ? scheme + host.replace(/^\{s\}\./, "*.") : null;
}

const nonceOf = (_request: IncomingMessage, response: ServerResponse): string =>
  `'nonce-${(response as Response).locals.cspNonce}'`;

function directivesOf(options: SecurityOptions) {
  const hashes = (options.styleAttributeHashes ?? []).map((hash) => `'${hash}'`);
  const basemap = options.basemapUrl ? sourceOf(options.basemapUrl) : null;
  return {
    defaultSrc: ["'self'"],
    scriptSrc: [nonceOf, "'strict-dynamic'"],
    scriptSrcAttr: ["'none'"],
    styleSrc: ["'self'", nonceOf],
    styleSrcAttr: hashes.length > 0 ? ["'unsafe-hashes'", ...hashes] : ["'none'"],
    imgSrc: ["'self'", "data:", "blob:", ...(basemap ? [basemap] : [])],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'"],
    manifestSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    ...(isHttps(options) ? { upgradeInsecureRequests: [] } : {}),
  };
}
