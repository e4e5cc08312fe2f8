import type { ShouldRevalidateFunction } from "@remix-run/react";

/**
 * For what stands around a page: its data do not depend on the page's query, so a filter or a pan need not fetch them
 * again. Another page, a form that wrote something and a plain reload do.
 */
export const revalidateFrame: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}) => {
  const isSamePage = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  const isReading = formMethod === undefined || formMethod === "GET";
  return isSamePage && isReading ? false : defaultShouldRevalidate;
};
