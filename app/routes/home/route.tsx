import { redirect } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/require-actor.ts";
import { Page, PageHead } from "#app/components/page.tsx";
import { useWords } from "#app/i18n/use-words.tsx";
import { shell } from "#app/i18n/shell.ts";
import { may } from "#domain/access.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: "signedIn" };

/** Everyone's first page: the map for those who may see the register. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  return may(actor, "register", "read") ? redirect("/portfolio") : null;
}

export default function Home() {
  const words = useWords(shell);
  return (
    <Page>
      <PageHead title={words.product} />
    </Page>
  );
}
