import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteLoaderData,
} from "@remix-run/react";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import latinFont from "@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2?url";
import type { ReactNode } from "react";
import { PlainFrame } from "./components/plain-frame.tsx";
import { useNonce } from "./http/nonce.ts";
import { revalidateFrame } from "./http/revalidate-frame.ts";
import { RouteError } from "./http/route-error.tsx";
import { LocaleProvider } from "./i18n/use-words.tsx";
import { localeFrom } from "./i18n/locale.ts";
import { shell } from "./i18n/shell.ts";
import appStyles from "./styles/app.css?url";

export const links: LinksFunction = () => [
  { rel: "preload", href: latinFont, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: appStyles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shell[data?.locale ?? "da"].product },
];

export { revalidateFrame as shouldRevalidate };

export function loader({ request, context }: LoaderFunctionArgs) {
  return { locale: localeFrom(request), requestId: context.requestId };
}

/** The document around every page and every error, in the language of whoever asks. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const locale = useRouteLoaderData<typeof loader>("root")?.locale ?? "da";
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#0c2d48" />
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider locale={locale}>{children}</LocaleProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const { pathname, search } = useLocation();
  return (
    <PlainFrame homeTo="/" localeTo="/locale" here={pathname + search}>
      <RouteError />
    </PlainFrame>
  );
}
