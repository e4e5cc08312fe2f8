import { CircleUserRound } from "lucide-react";
import { redirect } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { place as area } from "#app/i18n/place.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { RouteHandle } from "#domain/needs.ts";
import { homeOf } from "../navigation.ts";

export const handle: RouteHandle = { needs: "signedIn" };

/** Everyone's first page: the map, one's own place, or what an account without either has. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const home = homeOf(actor);
  if (home) throw redirect(home);
  return { name: actor.name };
}

export default function Home() {
  const { name } = useLoaderData<typeof loader>();
  const words = useWords(area).welcome;
  return (
    <Page>
      <PageHead title={words.title(name)} />
      <Card className="max-w-2xl">
        <div className="flex flex-col items-start gap-4">
          <p>{words.account}</p>
          <LinkButton to="/account" icon={CircleUserRound}>
            {words.toAccount}
          </LinkButton>
          <p className="text-ink-soft">{words.access}</p>
        </div>
      </Card>
    </Page>
  );
}
