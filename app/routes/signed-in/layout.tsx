import { Outlet, useLocation, useRouteLoaderData } from "@remix-run/react";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useCallback, useState } from "react";
import type { ReactNode } from "react";
import { requireActor } from "#app/auth/require-actor.ts";
import type { Account } from "#app/components/account-menu.tsx";
import { Shell } from "#app/components/shell.tsx";
import { cookieValue, localeFrom, type Locale } from "#app/i18n/locale.ts";
import { revalidateFrame } from "#app/http/revalidate-frame.ts";
import { RouteError } from "#app/http/route-error.tsx";
import { people } from "#app/i18n/people.ts";
import { signIn } from "#app/i18n/sign-in.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
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
      ...accountWords(actor, localeFrom(request, actor.locale)),
    },
    places: placesOf(actor),
    canSearch: may(actor, "register", "read"),
  };
}

/** What the menu of one's own says, in words: a page need not load all words of accounts for two of them. */
const accountWords = ({ grants }: Actor, locale: Locale) => ({
  role: [...new Set(grants.map(({ role }) => signIn[locale].roles[role]))].join(", "),
  page: people[locale].account.title,
});

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
      account={frameAccount(data?.account)}
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
function frameAccount(account: SignedInAs | undefined): Account | null {
  if (!account) return null;
  const { name, email, role, page } = account;
  return { name, email, role, signOutTo: "/sign-out", links: [{ to: "/account", label: page }] };
}

function rememberFold(isFolded: boolean) {
  document.cookie = `${FOLD_COOKIE}=${isFolded ? "folded" : "open"}; Path=/; SameSite=Lax; Max-Age=31536000`;
}
