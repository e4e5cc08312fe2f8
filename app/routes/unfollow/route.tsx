import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { LinkPage } from "#app/components/link-page.tsx";
import { Form } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { mayUseLink } from "#app/http/limit-links.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { opinion } from "#app/i18n/opinion.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { stopFollowing } from "#db/commands/telling/stop-following.ts";
import { readMailLink } from "#db/secrets/mail-link.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: "public" };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: opinion[page?.locale ?? "da"].unfollow.title },
];

/** Asks first: a mail program that opens links must not stop anything. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const link = readMailLink(context.signingSecret, "unfollow", params.token);
  return json({ locale: localeFrom(request), isKnown: link !== null }, link ? 200 : 404);
}

/** Also what mail programs post to by themselves when someone presses their "unsubscribe" (RFC 8058). */
export async function action({ context, params }: ActionFunctionArgs) {
  const now = new Date();
  if (!(await mayUseLink(context, "unfollow", now))) return json({ fault: "tooMany" as const }, 429);
  const link = readMailLink(context.signingSecret, "unfollow", params.token);
  const isStopped = link !== null && (await stopFollowing(context.db, link.subjectId, now));
  return isStopped ? json({ fault: null }) : json({ fault: "gone" as const }, 404);
}

export default function Unfollow() {
  const { isKnown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(opinion);
  const fault = isKnown ? answer?.fault : "gone";
  return (
    <LinkPage title={words.unfollow.title} here="/">
      {fault === "gone" && (
        <Notice status="attention" title={words.goneTitle}>
          {words.gone}
        </Notice>
      )}
      {fault === "tooMany" && <Notice status="bad">{words.tooMany}</Notice>}
      {fault === null && <Notice status="good">{words.unfollow.done}</Notice>}
      {fault === undefined && (
        <Card>
          <Form method="post" className="flex flex-col items-start gap-3">
            <p>{words.unfollow.lead}</p>
            <Button type="submit" look="primary">
              {words.unfollow.send}
            </Button>
          </Form>
        </Card>
      )}
    </LinkPage>
  );
}
