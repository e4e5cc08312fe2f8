import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { beginSession } from "#app/auth/begin-session.ts";
import { actorOf } from "#app/auth/caller.ts";
import { needsSetup } from "#app/auth/require-actor.ts";
import { localPathOr } from "#app/http/local-path.ts";
import { FrontDoor } from "#app/components/front-door.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { signIn as words } from "#app/i18n/sign-in.ts";
import { signIn } from "#db/commands/sign-in.ts";
import { demoAccounts, DEMO_PASSWORD } from "#db/demo/demo-account.ts";
import { isDemo } from "#db/queries/account-existence.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { DemoAccounts } from "./demo-accounts.tsx";

export const handle: RouteHandle = { needs: "public" };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words[page?.locale ?? "da"].title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const to = localPathOr(params.get("to"), "/");
  if (await actorOf(request, context)) throw redirect(to);
  if (await needsSetup(context.db)) throw redirect("/setup");
  const accounts = demoAccounts.flatMap(({ email, role }) => (role ? [{ email, role }] : []));
  const demo = (await isDemo(context.db)) ? { password: DEMO_PASSWORD, accounts } : null;
  return { locale: localeFrom(request), to, isSignedOut: params.has("signed-out"), demo };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const email = text("email").trim();
  const password = text("password");
  if (!email || !password) {
    return json({ email, fault: null, isEmailMissing: !email, isPasswordMissing: !password }, 422);
  }
  const { db, clientAddress, requestId } = context;
  const device = request.headers.get("User-Agent") ?? "";
  const result = await signIn(db, { email, password, address: clientAddress, device, requestId }, new Date());
  if (result.ok) {
    const to = result.value.mustChangePassword ? "/account" : text("to");
    return beginSession(request, context, result.value.secret, to, result.value.locale);
  }
  const status = result.refusal === "tooMany" ? 429 : 422;
  return json({ email, fault: result.refusal, isEmailMissing: false, isPasswordMissing: false }, status);
}

export default function SignIn() {
  const { to, isSignedOut, demo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <FrontDoor localeTo="/locale" here={`/sign-in?to=${encodeURIComponent(to)}`}>
      <SignInForm to={to} isSignedOut={isSignedOut} answer={answer} />
      {demo && <DemoAccounts to={to} password={demo.password} accounts={demo.accounts} />}
    </FrontDoor>
  );
}
