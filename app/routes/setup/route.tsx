import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { beginSession } from "#app/auth/begin-session.ts";
import { needsSetup } from "#app/auth/require-actor.ts";
import { isSetupToken } from "#app/auth/setup-token.ts";
import { FrontDoor } from "#app/components/front-door.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { signIn as words } from "#app/i18n/sign-in.ts";
import { limitRate } from "#db/commands/limit-rate.ts";
import { openSession } from "#db/commands/open-session.ts";
import { setUpOrganisation } from "#db/commands/set-up-organisation.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { SetupForm } from "#domain/setup-form.ts";
import { SetupFields } from "./setup-fields.tsx";

export const handle: RouteHandle = { needs: "public" };

const ATTEMPTS = { limit: 20, windowSeconds: 15 * 60 };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words[page?.locale ?? "da"].setup.title },
];

/** Only an empty system can be set up; afterwards the address leads to the sign-in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!(await needsSetup(context.db))) throw redirect("/sign-in");
  return { locale: localeFrom(request), token: new URL(request.url).searchParams.get("token") ?? "" };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, clientAddress, setupToken, requestId } = context;
  if (!(await needsSetup(db))) throw redirect("/sign-in");
  const typed = Object.fromEntries(await request.formData()) as Record<string, string>;
  const { password: _password, setupToken: _token, ...kept } = typed;
  const now = new Date();
  const limit = await limitRate(db, `setup:${clientAddress}`, ATTEMPTS, now);
  if (!limit.isAllowed) return json({ kept, faults: {}, refusal: "tooMany" as const }, 429);
  const parsed = SetupForm.safeParse(typed);
  if (!parsed.success) {
    const faults = Object.fromEntries(
      parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]),
    );
    return json({ kept, faults, refusal: null }, 422);
  }
  if (!isSetupToken(parsed.data.setupToken, setupToken)) {
    return json({ kept, faults: { setupToken: "wrong" } as Record<string, string>, refusal: null }, 422);
  }
  const result = await setUpOrganisation(db, parsed.data, dayAt(now));
  if (!result.ok) return json({ kept, faults: {}, refusal: result.refusal }, 409);
  const device = request.headers.get("User-Agent") ?? "";
  const secret = await openSession(db, { ...result.value, name: parsed.data.name, device, requestId }, now);
  return beginSession(request, context, secret, "/");
}

export default function Setup() {
  const { token } = useLoaderData<typeof loader>();
  return (
    <FrontDoor localeTo="/locale" here="/setup">
      <SetupFields token={token} answer={useActionData<typeof action>()} />
    </FrontDoor>
  );
}
