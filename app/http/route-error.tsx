import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { ErrorPage } from "#app/components/error-page.tsx";
import { failedRequestId } from "./failed-request.ts";

/** The error page for whatever a route threw, to be put in any route's `ErrorBoundary`. */
export function RouteError() {
  const error = useRouteError();
  const root = useRouteLoaderData<{ requestId: string }>("root");
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return <ErrorPage status={status} requestId={failedRequestId() ?? root?.requestId} />;
}
