import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askingOf, sessionHashOf } from "#app/auth/caller.ts";
import { requireActor } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { GrantLine } from "#app/components/grant-line.tsx";
import { Notice } from "#app/components/notice.tsx";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { people } from "#app/i18n/people.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { changePassword } from "#db/commands/change-password.ts";
import { endOwnSessions } from "#db/commands/sign-out.ts";
import { listOwnSessions } from "#db/queries/account-sessions.ts";
import { getAccount } from "#db/queries/accounts.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { PasswordForm } from "./password-form.tsx";
import { SessionList } from "./session-list.tsx";

export const handle: RouteHandle = { needs: "signedIn" };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: people[page?.locale ?? "da"].account.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const now = new Date();
  const [account, sessions, asking] = await Promise.all([
    getAccount(context.db, actor, actor.accountId, dayAt(now)),
    listOwnSessions(context.db, actor, now),
    askingOf(request, context),
  ]);
  if (!account) throw problem(404);
  const here = sessionHashOf(request, context);
  const { mustChangePassword } = asking!;
  return { locale: localeFrom(request, actor.locale), account, sessions, here, mustChangePassword };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const here = sessionHashOf(request, context);
  if (text("intent") === "endSession" || text("intent") === "endOthers") {
    const choice = text("intent") === "endOthers" ? { allBut: here } : { hash: text("hash") };
    await endOwnSessions(context.db, actor, choice);
    return json({ done: "ended" as const, refusal: null });
  }
  const change = { current: text("current"), next: text("next"), keepSession: here };
  const result = await changePassword(context.db, actor, change, new Date());
  if (result.ok) return json({ done: "changed" as const, refusal: null });
  return json({ done: null, refusal: result.refusal }, result.refusal === "tooMany" ? 429 : 422);
}

export default function AccountPage() {
  const { account, sessions, here, mustChangePassword } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(people).account;
  return (
    <Page>
      <PageHead title={words.title} note={`${account.name} · ${account.email}`} />
      {mustChangePassword && <Notice status="attention">{words.mustChange}</Notice>}
      {answer?.done && <Notice status="good">{words[answer.done]}</Notice>}
      <div className="grid items-start gap-5 md:grid-cols-2">
        <Card title={words.roles}>
          {account.grants.length === 0 && <p className="text-ink-soft">{words.noRoles}</p>}
          <ul className="flex flex-col gap-2">
            {account.grants.map((grant, index) => (
              <li key={index}>
                <GrantLine grant={grant} />
              </li>
            ))}
          </ul>
        </Card>
        <Card title={words.password}>
          <PasswordForm isDemo={account.isDemo} email={account.email} refusal={answer?.refusal ?? null} />
        </Card>
      </div>
      <SessionList sessions={sessions} here={here} />
    </Page>
  );
}
