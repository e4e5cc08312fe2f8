import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: "public" };

/** Any address that nothing else answers to. As a route, so that the page knows its language. */
export function loader() {
  throw new Response(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
