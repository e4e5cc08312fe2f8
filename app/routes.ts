import { index, layout, route } from "@remix-run/route-config";
import type { RouteConfig } from "@remix-run/route-config";

/** Every address of the site. A folder is a screen. */
export default [
  layout("routes/signed-in/layout.tsx", [
    index("routes/home/route.tsx"),
    route("portfolio", "routes/portfolio/route.tsx"),
    route("place", "routes/place/route.tsx"),
    route("buildings/:id", "routes/building/route.tsx"),
    route("buildings/:id/documents", "routes/building-documents/route.tsx"),
    route("search", "routes/search/route.tsx"),
    route("account", "routes/account/route.tsx"),
    route("qr", "routes/qr/route.tsx"),
    route("people", "routes/people/route.tsx"),
    route("people/new", "routes/new-person/route.tsx"),
    route("people/:accountId", "routes/person/route.tsx"),
    route("audit", "routes/audit/route.tsx"),
  ]),
  route("portfolio/map-data", "routes/portfolio-map-data/route.ts"),
  route("portfolio/footprints", "routes/portfolio-footprints/route.ts"),
  route("portfolio/rows", "routes/portfolio-rows/route.ts"),
  route("portfolio/export", "routes/portfolio-export/route.ts"),
  route("portfolio/views", "routes/portfolio-views/route.ts"),
  route("documents/:documentId", "routes/document/route.ts"),
  route("qr/sheet", "routes/qr-sheet/route.tsx"),
  route("sign-in", "routes/sign-in/route.tsx"),
  route("sign-out", "routes/sign-out/route.ts"),
  route("setup", "routes/setup/route.tsx"),
  route("locale", "routes/locale/route.tsx"),
  route("api/v1/summary", "routes/api-v1-summary/route.ts"),
  route("api/v1/buildings", "routes/api-v1-buildings/route.ts"),
  route("api/v1/buildings/:id", "routes/api-v1-building/route.ts"),
  route("api/v1/search", "routes/api-v1-search/route.ts"),
  route("api/v1/responsibility", "routes/api-v1-responsibility/route.ts"),
  route("api/v1/suggest", "routes/api-v1-suggest/route.ts"),
  route("api/v1/orders/:id/events", "routes/api-v1-order-events/route.ts"),
  route("*", "routes/not-found/route.tsx"),
] satisfies RouteConfig;
