import { Outlet, useLocation, useRouteLoaderData } from "@remix-run/react";
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ReactNode } from "react";
import { Shell } from "#app/components/shell.tsx";
import { cookieValue } from "#app/i18n/locale.ts";
import { revalidateFrame } from "#app/http/revalidate-frame.ts";
import { RouteError } from "#app/http/route-error.tsx";
import { usePlaces } from "./places.ts";

const FOLD_COOKIE = "menu";

export { revalidateFrame as shouldRevalidate };

export function loader({ request }: LoaderFunctionArgs) {
  return { isMenuFolded: cookieValue(request.headers.get("Cookie"), FOLD_COOKIE) === "folded" };
}

export default function SignedIn() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

/** An error of one page leaves the frame standing, so that there is a way on. */
export function ErrorBoundary() {
  return (
    <Frame>
      <RouteError />
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("routes/signed-in/layout");
  const { pathname, search } = useLocation();
  return (
    <Shell
      items={usePlaces()}
      homeTo="/"
      here={pathname + search}
      localeTo="/locale"
      startsCollapsed={data?.isMenuFolded}
      onCollapse={rememberFold}
    >
      {children}
    </Shell>
  );
}

function rememberFold(isFolded: boolean) {
  document.cookie = `${FOLD_COOKIE}=${isFolded ? "folded" : "open"}; Path=/; SameSite=Lax; Max-Age=31536000`;
}
