import { Outlet, useLocation, useRouteLoaderData } from "@remix-run/react";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useCallback, useState } from "react";
import type { ReactNode } from "react";
import { requireActor } from "#app/auth/require-actor.ts";
import type { Account } from "#app/components/account-menu.tsx";
import { Shell } from "#app/components/shell.tsx";
import { cookieValue } from "#app/i18n/locale.ts";
import { revalidateFrame } from "#app/http/revalidate-frame.ts";
import { RouteError } from "#app/http/route-error.tsx";
import { people } from "#app/i18n/people.ts";
import { signIn } from "#app/i18n/sign-in.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { may } from "#domain/access.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { placesOf, useNavigation } from "../navigation.ts";
import { FindDialog } from "./find-dialog.tsx";

const FOLD_COOKIE = "menu";

export { revalidateFrame as shouldRevalidate };

export const handle: RouteHandle = { needs: "signedIn" };

/** Who is signed in, for the frame; each page under it asks for its own rights besides. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  return {
    isMenuFolded: cookieValue(request.headers.get("Cookie"), FOLD_COOKIE) === "folded",
    account: {
      name: actor.name,
      email: actor.email,
      roles: [...new Set(actor.grants.map(({ role }) => role))],
    },
    places: placesOf(actor),
    canSearch: may(actor, "register", "read"),
  };
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
  const [isFinding, setFinding] = useState(false);
  const find = useCallback(() => setFinding(true), []);
  return (
    <Shell
      items={useNavigation(data?.places ?? [])}
      account={useFrameAccount(data?.account)}
      signInTo="/sign-in"
      homeTo="/"
      here={pathname + search}
      localeTo="/locale"
      startsCollapsed={data?.isMenuFolded}
      onCollapse={rememberFold}
      {...(data?.canSearch && { searchTo: "/search", onSearch: find })}
    >
      {children}
      {data?.canSearch && <FindDialog isOpen={isFinding} onClose={() => setFinding(false)} />}
    </Shell>
  );
}

type SignedInAs = Awaited<ReturnType<typeof loader>>["account"];

/** Who is signed in, in words, with the way to one's own page. */
function useFrameAccount(account: SignedInAs | undefined): Account | null {
  const { roles } = useWords(signIn);
  const { title } = useWords(people).account;
  if (!account) return null;
  const role = account.roles.map((key) => roles[key]).join(", ");
  const links = [{ to: "/account", label: title }];
  return { name: account.name, email: account.email, role, signOutTo: "/sign-out", links };
}

function rememberFold(isFolded: boolean) {
  document.cookie = `${FOLD_COOKIE}=${isFolded ? "folded" : "open"}; Path=/; SameSite=Lax; Max-Age=31536000`;
}
