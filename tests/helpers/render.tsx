import { RemixServer } from "@remix-run/react";
import type { EntryContext } from "@remix-run/node";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "#app/i18n/locale.ts";
import { LocaleProvider } from "#app/i18n/use-words.tsx";

/** The HTML of some components as the server sends it, inside the framework so that links and forms are real. */
export function render(
  children: ReactNode,
  { locale = "da", path = "/" }: { locale?: Locale; path?: string } = {},
) {
  const route = {
    id: "root",
    path: "*",
    hasLoader: false,
    hasAction: false,
    hasErrorBoundary: false,
    module: "",
  };
  const context = {
    manifest: { version: "", url: "", entry: { module: "", imports: [] }, routes: { root: route } },
    routeModules: { root: { default: () => <LocaleProvider locale={locale}>{children}</LocaleProvider> } },
    staticHandlerContext: {
      ...{
        basename: "",
        statusCode: 200,
        loaderData: {},
        actionData: null,
        errors: null,
        activeDeferreds: null,
      },
      ...{
        loaderHeaders: {},
        actionHeaders: {},
        location: { pathname: path, search: "", hash: "", state: null, key: "" },
      },
      matches: [{ params: {}, pathname: "/", pathnameBase: "/", route: { id: "root" } }],
    },
    future: {},
    isSpaMode: false,
    serializeError: (error: Error) => error,
  } as unknown as EntryContext;
  return renderToStaticMarkup(<RemixServer context={context} url={`http://localhost${path}`} />);
}

/** The text of some HTML as it is read: tags gone, spaces even. */
export const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
